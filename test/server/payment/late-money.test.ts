import { eq } from 'drizzle-orm'
import { ledgerEntries } from '../../../server/schema/credit'
import { refunds } from '../../../server/schema/payment'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson } from '../../support/server/people-builders'
import {
  anUnpaidOrder,
  aShelf,
  pays,
  runsJobs,
  seesOrder,
  shelfOf,
  waits,
} from '../../support/server/shop-builders'

const shop = openPayShop()
const HOUR = 3_600_000

afterEach(() => shop.behave())

/**
 * An order whose money is on its way while the shop, told by WeChat that nobody knows the order, has closed it and
 * released the goods: then the notification comes.
 */
const paidAfterClosing = async (meanwhile: (skuId: string) => Promise<void> = async () => {}) => {
  const buyer = await aPerson(shop)
  const { skuId } = await aShelf(shop, { skus: [{ available: 2 }] })
  const order = await anUnpaidOrder(shop, buyer, skuId, 2)
  await shop.faults(
    { on: 'notification', event: 'TRANSACTION', outTradeNo: order.number, kind: 'delay', ms: HOUR },
    { on: 'endpoint', endpoint: 'close', kind: 'http_error', status: 404, code: 'ORDER_NOT_EXIST' },
  )
  await pays(shop, buyer, order.id)
  const cancelled = await shop.call('POST', `/orders/${order.id}/cancel`, { token: buyer.token })
  expect(cancelled.body.state).toBe('closed')
  await meanwhile(skuId)
  await shop.flush()
  return { buyer, skuId, order, seen: await seesOrder(shop, buyer, order.id) }
}
const entriesOf = (orderId: string) =>
  shop.deps.db.select().from(ledgerEntries).where(eq(ledgerEntries.orderId, orderId))
const refundOf = async (orderId: string) => {
  const [row] = await shop.deps.db.select().from(refunds).where(eq(refunds.orderId, orderId))
  return row
}
const buysAll = async (skuId: string) => {
  await anUnpaidOrder(shop, await aPerson(shop), skuId, 2)
}

describe('money that arrives after the order was closed', () => {
  it('pays the order all the same while the goods are still there', async () => {
    const { skuId, order, seen } = await paidAfterClosing()

    expect(seen).toMatchObject({ state: 'paid' })
    expect(seen.timeline.map(({ event }: { event: string }) => event)).toEqual([
      'create',
      'cancel',
      'payLate',
    ])
    expect(await shelfOf(shop, skuId)).toEqual({ available: 0, reserved: 0, sold: 2 })
    expect(await entriesOf(order.id)).toHaveLength(1)
    expect(await refundOf(order.id)).toBeUndefined()
  })

  it('goes back by itself when the goods are sold, and nobody earns', async () => {
    const { buyer, skuId, order, seen } = await paidAfterClosing(buysAll)
    expect(seen).toMatchObject({ state: 'refunded', refundedFen: 0 })

    await runsJobs(shop)
    await shop.flush()

    const after = await seesOrder(shop, buyer, order.id)
    expect(after).toMatchObject({ state: 'refunded', refundedFen: order.payableFen })
    expect(after.timeline.at(-1).event).toBe('payTooLate')
    expect(await entriesOf(order.id)).toEqual([])
    expect(await shelfOf(shop, skuId)).toEqual({ available: 0, reserved: 2, sold: 0 })
  })

  it('is asked back with the same number until WeChat answers, and goes back once', async () => {
    const { buyer, order } = await paidAfterClosing(buysAll)
    await shop.faults({ on: 'endpoint', endpoint: 'refund', kind: 'lost_answer' })
    await shop.faults({ on: 'endpoint', endpoint: 'refund', kind: 'http_error', times: 2 })
    for (let tries = 0; tries < 5; tries++) {
      await runsJobs(shop)
      waits(shop, 60_000)
    }
    await shop.flush()

    expect(await refundOf(order.id)).toMatchObject({ state: 'succeeded', outRefundNo: `${order.number}R1` })
    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ refundedFen: order.payableFen })
  })

  it('is asked after while WeChat says PROCESSING and its notification is lost', async () => {
    const { order } = await paidAfterClosing(buysAll)
    await shop.faults({ on: 'notification', event: 'REFUND', kind: 'drop' })
    await runsJobs(shop)
    expect(await refundOf(order.id)).toMatchObject({ state: 'processing' })
    await shop.flush()

    waits(shop, 60_000)
    await runsJobs(shop)

    expect(await refundOf(order.id)).toMatchObject({ state: 'succeeded', succeededAt: expect.any(Number) })
  })

  it('waits for a person where the customer’s account can’t take it back', async () => {
    const { buyer, order } = await paidAfterClosing(buysAll)
    await shop.faults({ on: 'refund', kind: 'ABNORMAL' })

    await runsJobs(shop)
    await shop.flush()

    expect(await refundOf(order.id)).toMatchObject({ state: 'abnormal' })
    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ refundedFen: 0 })
  })

  it('is notified twice and still moves once', async () => {
    const { order } = await paidAfterClosing(buysAll)
    await shop.faults({ on: 'notification', event: 'REFUND', kind: 'duplicate', copies: 2 })

    await runsJobs(shop)
    await shop.flush()

    const rows = await shop.deps.db.select().from(refunds).where(eq(refunds.orderId, order.id))
    expect(rows).toMatchObject([
      { state: 'succeeded', amountFen: order.payableFen, freightFen: order.freightFen },
    ])
  })
})
