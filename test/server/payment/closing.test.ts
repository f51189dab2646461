import { eq } from 'drizzle-orm'
import { closeUnpaid } from '../../../server/modules/payment/close'
import { ledgerEntries } from '../../../server/schema/credit'
import { payments } from '../../../server/schema/payment'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson, type Person } from '../../support/server/people-builders'
import {
  anUnpaidOrder,
  aShelf,
  pays,
  paysInWeChat,
  prepays,
  runsJobs,
  seesOrder,
  shelfOf,
  waits,
} from '../../support/server/shop-builders'

const shop = openPayShop()
const QUARTER = 15 * 60_000

afterEach(() => shop.behave())

const anOrder = async (available = 5) => {
  const buyer = await aPerson(shop)
  const { skuId } = await aShelf(shop, { skus: [{ available }] })
  const order = await anUnpaidOrder(shop, buyer, skuId, 2)
  return { buyer, skuId, order }
}
const cancels = (buyer: Person, orderId: string) =>
  shop.call('POST', `/orders/${orderId}/cancel`, { token: buyer.token })
const atWeChat = async (orderNumber: string) => (await shop.deps.pay.queryByOutTradeNo(orderNumber))?.state

describe('cancelling an unpaid order', () => {
  it('gives the goods back to the shelf', async () => {
    const { buyer, skuId, order } = await anOrder()

    const { status, body } = await cancels(buyer, order.id)

    expect({ status, state: body.state, closedAt: body.closedAt }).toEqual({
      status: 200,
      state: 'closed',
      closedAt: shop.clock.now(),
    })
    expect(body.timeline.at(-1).event).toBe('cancel')
    expect(await shelfOf(shop, skuId)).toEqual({ available: 5, reserved: 0, sold: 0 })
  })

  it('closes it at WeChat Pay first, so that it can’t be paid any more', async () => {
    const { buyer, order } = await anOrder()
    const { body: params } = await prepays(shop, buyer, order.id)

    await cancels(buyer, order.id)

    expect(await atWeChat(order.number)).toBe('CLOSED')
    await expect(paysInWeChat(shop, buyer, params)).rejects.toThrow('订单已关闭')
    expect(await prepays(shop, buyer, order.id)).toMatchObject({ body: { code: 'payment.closed' } })
  })

  it('changes nothing while WeChat Pay is out of reach', async () => {
    const { buyer, skuId, order } = await anOrder()
    await prepays(shop, buyer, order.id)
    await shop.misbehave({ endpoint: 'close', kind: 'http_error' })

    const answer = await cancels(buyer, order.id)

    expect(answer).toMatchObject({ status: 503, body: { code: 'payment.unavailable' } })
    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ state: 'unpaid' })
    expect(await shelfOf(shop, skuId)).toEqual({ available: 3, reserved: 2, sold: 0 })
  })

  it('comes too late for an order that was paid meanwhile: it stays, and is paid', async () => {
    const { buyer, order } = await anOrder()
    await shop.faults({ on: 'notification', kind: 'drop' })
    await pays(shop, buyer, order.id)

    const answer = await cancels(buyer, order.id)

    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'order.state_refused', detail: { state: 'paid' } },
    })
    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ state: 'paid' })
  })

  it('twice is once, also at the same moment', async () => {
    const { buyer, skuId, order } = await anOrder()

    const answers = await Promise.all([
      cancels(buyer, order.id),
      cancels(buyer, order.id),
      cancels(buyer, order.id),
    ])

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await shelfOf(shop, skuId)).toEqual({ available: 5, reserved: 0, sold: 0 })
  })

  it('is not for strangers: the order does not exist for them', async () => {
    const { order } = await anOrder()
    const stranger = await aPerson(shop)

    expect(await cancels(stranger, order.id)).toMatchObject({ status: 404 })
  })
})

describe('an order nobody pays', () => {
  it('is closed by the clock after its time, here and at WeChat Pay, and lets go of the goods', async () => {
    const { buyer, skuId, order } = await anOrder()
    await prepays(shop, buyer, order.id)

    waits(shop, QUARTER - 1)
    await runsJobs(shop)
    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ state: 'unpaid' })
    waits(shop, 1)
    await runsJobs(shop)

    const closed = await seesOrder(shop, buyer, order.id)
    expect(closed).toMatchObject({ state: 'closed', actions: ['buy_again'] })
    expect(closed.timeline.at(-1).event).toBe('expire')
    expect(await atWeChat(order.number)).toBe('CLOSED')
    expect(await shelfOf(shop, skuId)).toEqual({ available: 5, reserved: 0, sold: 0 })
  })

  it('is paid, not closed, where the money was there first and only the notification was lost', async () => {
    const { buyer, skuId, order } = await anOrder()
    await shop.faults({ on: 'notification', kind: 'drop' })
    waits(shop, QUARTER - 60_000)
    await pays(shop, buyer, order.id)
    await shop.misbehave({ endpoint: 'query', kind: 'http_error' })
    waits(shop, 30_000)
    await runsJobs(shop)
    await shop.behave()

    waits(shop, 30_000)
    await runsJobs(shop)

    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ state: 'paid' })
    expect(await shelfOf(shop, skuId)).toEqual({ available: 3, reserved: 0, sold: 2 })
  })

  it('keeps the goods reserved while WeChat Pay can’t be asked, and closes when it can', async () => {
    const { buyer, skuId, order } = await anOrder()
    await prepays(shop, buyer, order.id)
    await shop.misbehave({ endpoint: 'close', kind: 'http_error' })
    waits(shop, QUARTER)
    for (let tries = 0; tries < 10; tries++) {
      await runsJobs(shop)
      waits(shop, 60 * 60_000)
    }
    expect(await shelfOf(shop, skuId)).toEqual({ available: 3, reserved: 2, sold: 0 })

    await shop.behave()
    await runsJobs(shop)

    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ state: 'closed' })
    expect(await shelfOf(shop, skuId)).toEqual({ available: 5, reserved: 0, sold: 0 })
  })

  it('ends in exactly one way when payment and closing meet, whichever is faster', async () => {
    const { db } = shop.deps
    for (let round = 0; round < 12; round++) {
      const { buyer, skuId, order } = await anOrder()
      const { body: params } = await prepays(shop, buyer, order.id)

      await Promise.allSettled([
        paysInWeChat(shop, buyer, params),
        closeUnpaid(shop.deps, order.id, { event: 'expire', actor: 'clock' }, shop.clock.now()),
      ])
      await shop.flush()

      const { state } = await seesOrder(shop, buyer, order.id)
      const paid = (await atWeChat(order.number)) === 'SUCCESS'
      expect(state).toBe(paid ? 'paid' : 'closed')
      expect(await shelfOf(shop, skuId)).toEqual(
        paid ? { available: 3, reserved: 0, sold: 2 } : { available: 5, reserved: 0, sold: 0 },
      )
      const entries = await db.select().from(ledgerEntries).where(eq(ledgerEntries.orderId, order.id))
      expect(entries).toHaveLength(paid ? 1 : 0)
    }
  })

  it('is closed at WeChat Pay as well where its prepay arrived there after the closing', async () => {
    const { buyer, order } = await anOrder()
    const [, prepay] = await Promise.all([cancels(buyer, order.id), prepays(shop, buyer, order.id)])
    await shop.flush()

    const state = (await seesOrder(shop, buyer, order.id)).state
    const [payment] = await shop.deps.db.select().from(payments).where(eq(payments.orderId, order.id))

    expect(state).toBe('closed')
    expect([200, 409]).toContain(prepay.status)
    if (payment) expect(await atWeChat(order.number)).toBe('CLOSED')
  })
})
