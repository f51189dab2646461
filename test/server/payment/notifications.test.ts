import { eq } from 'drizzle-orm'
import { ledgerEntries } from '../../../server/schema/credit'
import { payments } from '../../../server/schema/payment'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson } from '../../support/server/people-builders'
import { anUnpaidOrder, aShelf, pays, seesOrder, shelfOf } from '../../support/server/shop-builders'

const shop = openPayShop()

afterEach(() => shop.behave())

/** An order paid in WeChat while notifications misbehave so, and everything sent that will be sent. */
const paidUnder = async (...faults: Record<string, unknown>[]) => {
  const buyer = await aPerson(shop)
  const { skuId } = await aShelf(shop, { skus: [{ available: 5 }] })
  const order = await anUnpaidOrder(shop, buyer, skuId, 2)
  await shop.faults(...faults.map((fault) => ({ on: 'notification', ...fault })))
  await pays(shop, buyer, order.id)
  await shop.flush()
  return { buyer, skuId, order, seen: await seesOrder(shop, buyer, order.id) }
}
const entriesOf = (orderId: string) =>
  shop.deps.db.select().from(ledgerEntries).where(eq(ledgerEntries.orderId, orderId))

const PAID_ONCE = { available: 3, reserved: 0, sold: 2 }
const HELD = { available: 3, reserved: 2, sold: 0 }

describe('notifications of WeChat Pay', () => {
  it.each([
    ['come twice', [{ kind: 'duplicate', copies: 3 }]],
    ['are replayed byte for byte', [{ kind: 'replay' }]],
    ['follow WeChat’s probe SIGNTEST', [{ kind: 'signtest' }]],
    ['follow a forged one', [{ kind: 'forge' }]],
    ['follow one of a wrong amount', [{ kind: 'wrong_amount' }]],
    ['follow one of another merchant', [{ kind: 'foreign' }]],
    ['suffer it all at once', [{ kind: 'forge' }, { kind: 'signtest' }, { kind: 'duplicate', copies: 2 }]],
  ])('pay an order once when they %s', async (_, faults) => {
    const { skuId, order, seen } = await paidUnder(...faults)

    expect(seen).toMatchObject({ state: 'paid' })
    expect(await shelfOf(shop, skuId)).toEqual(PAID_ONCE)
    expect(await entriesOf(order.id)).toHaveLength(1)
  })

  it.each([
    ['forged', { kind: 'forge', only: true }],
    ['a mere probe', { kind: 'signtest', only: true }],
    ['of another merchant', { kind: 'foreign', only: true }],
    ['of an amount that is not the order’s', { kind: 'wrong_amount', only: true }],
    ['of one fen too much', { kind: 'wrong_amount', only: true, byFen: 1 }],
  ])('write nothing when they are %s', async (_, fault) => {
    const { skuId, order, seen } = await paidUnder(fault)

    expect(seen).toMatchObject({ state: 'unpaid' })
    expect(await shelfOf(shop, skuId)).toEqual(HELD)
    expect(await entriesOf(order.id)).toEqual([])
    const [payment] = await shop.deps.db.select().from(payments).where(eq(payments.orderId, order.id))
    expect(payment).toMatchObject({ state: 'open', transactionId: null })
  })

  it('are refused without a signature, whatever they say', async () => {
    const forged = await shop.call('POST', '/wechat/pay/notifications', { body: { id: 'x' } })
    const empty = await shop.call('POST', '/wechat/pay/notifications')

    expect(forged).toMatchObject({ status: 401, body: { code: 'notification.rejected' } })
    expect(empty.status).toBe(401)
  })

  it('of orders the shop never made are refused as not fitting', async () => {
    const { order, seen } = await paidUnder()
    expect(seen.state).toBe('paid')
    const { db } = shop.deps
    await db.update(payments).set({ transactionId: 'other' }).where(eq(payments.orderId, order.id))

    const transaction = await shop.deps.pay.queryByOutTradeNo(order.number)
    const { applyPayment } = await import('../../../server/modules/payment/apply')
    const again = await applyPayment(shop.deps, transaction!, shop.clock.now())
    const unknown = await applyPayment(
      shop.deps,
      { ...transaction!, outTradeNo: '2026070300000000000000' },
      shop.clock.now(),
    )

    expect(again).toMatchObject({ ok: false, error: { code: 'notification.mismatch' } })
    expect(unknown).toMatchObject({ ok: false, error: { code: 'notification.mismatch' } })
  })

  it('of many at once book each order once', async () => {
    const buyers = await Promise.all(Array.from({ length: 6 }, () => aPerson(shop)))
    const { skuId } = await aShelf(shop, { skus: [{ available: 6 }] })
    const orders = await Promise.all(buyers.map((buyer) => anUnpaidOrder(shop, buyer, skuId)))
    await shop.faults({ on: 'notification', kind: 'duplicate', copies: 2, times: 6 })

    await Promise.all(buyers.map((buyer, i) => pays(shop, buyer, orders[i].id)))
    await shop.flush()

    expect(await shelfOf(shop, skuId)).toEqual({ available: 0, reserved: 0, sold: 6 })
    const entries = await Promise.all(orders.map((order) => entriesOf(order.id)))
    expect(entries.map((rows) => rows.length)).toEqual(Array(6).fill(1))
  })
})
