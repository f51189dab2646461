import { eq } from 'drizzle-orm'
import { ledgerEntries } from '../../../server/schema/credit'
import { payments } from '../../../server/schema/payment'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson } from '../../support/server/people-builders'
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
const MINUTE = 60_000

afterEach(() => shop.behave())

const anOrderToPay = async (quantity = 1) => {
  const buyer = await aPerson(shop)
  const { skuId } = await aShelf(shop, { skus: [{ available: 10, priceFen: 2990 }] })
  const order = await anUnpaidOrder(shop, buyer, skuId, quantity)
  return { buyer, skuId, order }
}
const settles = (buyer: { token: string }, orderId: string) =>
  shop.call('POST', `/orders/${orderId}/settle`, { token: buyer.token })

describe('paying an order', () => {
  it('is marked paid by WeChat’s notification, and the goods leave the shelf', async () => {
    const { buyer, skuId, order } = await anOrderToPay(3)
    expect(await shelfOf(shop, skuId)).toEqual({ available: 7, reserved: 3, sold: 0 })

    await pays(shop, buyer, order.id)
    await shop.flush()

    const paid = await seesOrder(shop, buyer, order.id)
    expect(paid).toMatchObject({ state: 'paid', paidAt: shop.clock.now(), actions: ['refund', 'buy_again'] })
    expect(paid.timeline.map(({ event }: { event: string }) => event)).toEqual(['create', 'pay'])
    expect(await shelfOf(shop, skuId)).toEqual({ available: 7, reserved: 0, sold: 3 })
  })

  it('books the merchandise to the ledger in the same moment, and no freight', async () => {
    const { buyer, order } = await anOrderToPay(1)
    expect(order.freightFen).toBe(800)

    await pays(shop, buyer, order.id)
    await shop.flush()

    const entries = await shop.deps.db.select().from(ledgerEntries).where(eq(ledgerEntries.orderId, order.id))
    expect(entries).toMatchObject([{ kind: 'earned', amountFen: 2990, units: 1 }])
  })

  it('is not believed because the phone says so: without WeChat’s word the order stays unpaid', async () => {
    const { buyer, order } = await anOrderToPay()
    const { body } = await prepays(shop, buyer, order.id)

    await expect(paysInWeChat(shop, buyer, body, 'cancel')).rejects.toThrow('cancel')
    const { body: settled } = await settles(buyer, order.id)

    expect(settled).toMatchObject({ state: 'unpaid', actions: ['pay', 'cancel'] })
  })

  it('can be cancelled at the cashier and paid afterwards', async () => {
    const { buyer, order } = await anOrderToPay()
    const { body } = await prepays(shop, buyer, order.id)
    await expect(paysInWeChat(shop, buyer, body, 'cancel')).rejects.toThrow('cancel')

    await pays(shop, buyer, order.id)
    await shop.flush()

    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ state: 'paid' })
  })

  it('is settled by asking WeChat where the notification is lost and the phone does not know', async () => {
    const { buyer, order } = await anOrderToPay()
    await shop.faults({ on: 'notification', kind: 'drop' })
    const { body } = await prepays(shop, buyer, order.id)
    await expect(paysInWeChat(shop, buyer, body, 'unknown')).rejects.toThrow('网络异常')

    const { status, body: settled } = await settles(buyer, order.id)

    expect({ status, state: settled.state }).toEqual({ status: 200, state: 'paid' })
  })

  it('is found by the shop itself where nobody tells it', async () => {
    const { buyer, order } = await anOrderToPay()
    await shop.faults({ on: 'notification', kind: 'drop' })
    await pays(shop, buyer, order.id)

    waits(shop, 30_000)
    await runsJobs(shop)

    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ state: 'paid' })
  })

  it('is asked after again and again while nobody has paid', async () => {
    const { buyer, order } = await anOrderToPay()
    const { body } = await prepays(shop, buyer, order.id)
    for (const ms of [20_000, 40_000, MINUTE]) {
      waits(shop, ms)
      await runsJobs(shop)
    }
    await shop.faults({ on: 'notification', kind: 'drop' })
    await paysInWeChat(shop, buyer, body)

    waits(shop, 2 * MINUTE)
    await runsJobs(shop)

    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ state: 'paid' })
  })

  it('repeats the very same request for a fresh prepay once the old one grows stale', async () => {
    const { buyer, order } = await anOrderToPay()
    const first = await prepays(shop, buyer, order.id)
    const again = await prepays(shop, buyer, order.id)
    await shop.deps.db
      .update(payments)
      .set({ prepayExpiresAt: shop.clock.now() })
      .where(eq(payments.orderId, order.id))

    const fresh = await prepays(shop, buyer, order.id)

    expect(again.body.package).toBe(first.body.package)
    expect(fresh.status).toBe(200)
    expect(fresh.body.package).not.toBe(first.body.package)
  })

  it('opens one payment however often the button is tapped at once', async () => {
    const { buyer, order } = await anOrderToPay()

    const answers = await Promise.all(Array.from({ length: 8 }, () => prepays(shop, buyer, order.id)))

    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
    const rows = await shop.deps.db.select().from(payments).where(eq(payments.orderId, order.id))
    expect(rows).toHaveLength(1)
  })

  it('says so when WeChat Pay is out of reach, and works when it is back', async () => {
    const { buyer, order } = await anOrderToPay()
    await shop.misbehave({ endpoint: 'prepay', kind: 'http_error' })

    const refused = await prepays(shop, buyer, order.id)
    await shop.behave()
    const accepted = await prepays(shop, buyer, order.id)

    expect(refused).toMatchObject({ status: 503, body: { code: 'payment.unavailable' } })
    expect(accepted.status).toBe(200)
  })

  it('goes on where WeChat took the prepay but its answer was lost', async () => {
    const { buyer, order } = await anOrderToPay()
    await shop.faults({ on: 'endpoint', endpoint: 'prepay', kind: 'lost_answer' })
    expect(await prepays(shop, buyer, order.id)).toMatchObject({ status: 503 })

    await pays(shop, buyer, order.id)
    await shop.flush()

    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ state: 'paid' })
  })

  it('believes no answer that WeChat Pay has not signed', async () => {
    const { buyer, order } = await anOrderToPay()
    await shop.faults({ on: 'notification', kind: 'drop' })
    await pays(shop, buyer, order.id)
    await shop.misbehave({ endpoint: 'query', kind: 'bad_signature' })

    const answer = await settles(buyer, order.id)

    expect(answer).toMatchObject({ status: 503, body: { code: 'payment.unavailable' } })
    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ state: 'unpaid' })
  })

  it('is refused for an order that is paid, or that belongs to somebody else', async () => {
    const { buyer, order } = await anOrderToPay()
    const stranger = await aPerson(shop)
    await pays(shop, buyer, order.id)
    await shop.flush()

    expect(await prepays(shop, buyer, order.id)).toMatchObject({
      status: 409,
      body: { code: 'order.state_refused', detail: { state: 'paid' } },
    })
    expect(await prepays(shop, stranger, order.id)).toMatchObject({ status: 404 })
    expect(await settles(stranger, order.id)).toMatchObject({ status: 404 })
  })

  it('is refused once its time is over, even before the clock has closed the order', async () => {
    const { buyer, order } = await anOrderToPay()

    waits(shop, 15 * MINUTE)

    expect(await prepays(shop, buyer, order.id)).toMatchObject({
      status: 409,
      body: { code: 'payment.closed' },
    })
    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ state: 'unpaid', actions: ['cancel'] })
  })

  it('learns from a refused prepay that the order was paid already', async () => {
    const { buyer, order } = await anOrderToPay()
    await shop.faults({ on: 'notification', kind: 'drop' })
    await pays(shop, buyer, order.id)
    await shop.deps.db.update(payments).set({ prepayId: null }).where(eq(payments.orderId, order.id))

    const answer = await prepays(shop, buyer, order.id)

    expect(answer).toMatchObject({ status: 409, body: { detail: { state: 'paid' } } })
    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ state: 'paid' })
  })
})
