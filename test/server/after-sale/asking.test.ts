import { eq } from 'drizzle-orm'
import { ledgerEntries } from '../../../server/schema/credit'
import { aPaidOrder, asksBack, refundsOf, ships } from '../../support/server/after-sale-builders'
import { expectBooksAgree } from '../../support/server/books'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson, type Person } from '../../support/server/people-builders'
import {
  anUnpaidOrder,
  aShelf,
  runsJobs,
  seesOrder,
  shelfOf,
  waits,
} from '../../support/server/shop-builders'

const shop = openPayShop()
const MINUTE = 60_000

afterEach(async () => {
  await shop.behave()
  await expectBooksAgree(shop.deps.db)
})

/** A paid order of three pieces at 10.01, freight on top. */
const threePieces = async () => {
  const buyer = await aPerson(shop)
  const { skuId } = await aShelf(shop, { skus: [{ available: 5, priceFen: 1001 }] })
  const order = await aPaidOrder(shop, buyer, skuId, 3)
  return { buyer, skuId, order, lineId: order.lines[0].id as string }
}
const previews = (buyer: Person, orderId: string, body: object = {}) =>
  shop.call('POST', `/orders/${orderId}/refund-preview`, { token: buyer.token, body })
/** Everything due is done, and WeChat has told how it ended. */
const moneyGoesBack = async () => {
  await runsJobs(shop)
  await shop.flush()
}
const creditOf = async (orderId: string) =>
  (await shop.deps.db.select().from(ledgerEntries).where(eq(ledgerEntries.orderId, orderId))).map(
    ({ kind, amountFen }) => ({ kind, amountFen }),
  )

describe('before anything was shipped', () => {
  it('the member sees to the fen what giving back pays, and what each piece would', async () => {
    const { buyer, order, lineId } = await threePieces()

    const one = await previews(buyer, order.id, { lines: [{ lineId, quantity: 1 }] })
    const all = await previews(buyer, order.id)

    expect(order.freightFen).toBeGreaterThan(0)
    expect(one.body).toMatchObject({ goodsFen: 1001, freightFen: 0, amountFen: 1001, mode: 'at_once' })
    expect(one.body.lines).toMatchObject([{ lineId, quantity: 1, amountFen: 1001 }])
    expect(all.body).toMatchObject({
      goodsFen: 3003,
      freightFen: order.freightFen,
      amountFen: order.payableFen,
    })
    expect(order.lines[0].refundableFen).toEqual([1001, 1001, 1001])
    expect(order.actions).toEqual(['refund', 'buy_again'])
  })

  it('one piece goes back at once: shelf, credit and money', async () => {
    const { buyer, skuId, order, lineId } = await threePieces()

    const asked = await asksBack(shop, buyer, order.id, { lines: [{ lineId, quantity: 1 }] })
    const meanwhile = await seesOrder(shop, buyer, order.id)
    await moneyGoesBack()

    expect(asked.body).toMatchObject({ state: 'refunding', amountFen: 1001, actions: [] })
    expect(meanwhile).toMatchObject({ state: 'paid', refundedFen: 0, afterSales: [{ state: 'refunding' }] })
    expect(meanwhile.lines[0]).toMatchObject({ refundedUnits: 0, refundableFen: [1001, 1001] })
    expect(await shelfOf(shop, skuId)).toEqual({ available: 3, reserved: 0, sold: 2 })
    const after = await seesOrder(shop, buyer, order.id)
    expect(after).toMatchObject({ state: 'paid', refundedFen: 1001, afterSales: [{ state: 'refunded' }] })
    expect(after.lines[0].refundedUnits).toBe(1)
    expect(await creditOf(order.id)).toEqual([
      { kind: 'earned', amountFen: 3003 },
      { kind: 'reversed', amountFen: -1001 },
    ])
  })

  it('the whole order goes back with its freight, and nothing is left to do', async () => {
    const { buyer, skuId, order } = await threePieces()

    const { body } = await asksBack(shop, buyer, order.id)
    await moneyGoesBack()

    expect(body).toMatchObject({ state: 'refunding', amountFen: order.payableFen })
    const after = await seesOrder(shop, buyer, order.id)
    expect(after).toMatchObject({ state: 'refunded', refundedFen: order.payableFen, actions: ['buy_again'] })
    expect(after.timeline.at(-1).event).toBe('refundAll')
    expect(await shelfOf(shop, skuId)).toEqual({ available: 5, reserved: 0, sold: 0 })
    expect((await creditOf(order.id)).reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(0)
  })

  it('piece by piece pays exactly what was paid, freight with the last', async () => {
    const { buyer, order, lineId } = await threePieces()
    const amounts: number[] = []

    for (let n = 0; n < 3; n++) {
      const { body } = await asksBack(shop, buyer, order.id, { lines: [{ lineId, quantity: 1 }] })
      amounts.push(body.amountFen)
      waits(shop, MINUTE)
      await moneyGoesBack()
    }

    expect(amounts).toEqual([1001, 1001, 1001 + order.freightFen])
    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({
      state: 'refunded',
      refundedFen: order.payableFen,
    })
    expect((await refundsOf(shop, order.id)).map(({ outRefundNo }) => outRefundNo)).toEqual(
      [1, 2, 3].map((n) => `${order.number}R${n}`),
    )
  })

  it('a second one within the minute waits for it, and a third joins the one that waits', async () => {
    const { buyer, order, lineId } = await threePieces()
    const one = { lines: [{ lineId, quantity: 1 }] }
    await asksBack(shop, buyer, order.id, one)
    await moneyGoesBack()

    await asksBack(shop, buyer, order.id, one)
    const third = await asksBack(shop, buyer, order.id, one)
    await moneyGoesBack()
    expect((await refundsOf(shop, order.id)).map(({ state }) => state)).toEqual(['succeeded', 'requested'])
    waits(shop, MINUTE)
    await moneyGoesBack()

    expect(third.body.amountFen).toBe(1001 + order.freightFen)
    expect((await refundsOf(shop, order.id)).map(({ state, amountFen }) => ({ state, amountFen }))).toEqual([
      { state: 'succeeded', amountFen: 1001 },
      { state: 'succeeded', amountFen: 2002 + order.freightFen },
    ])
    const { afterSales, state } = await seesOrder(shop, buyer, order.id)
    expect(state).toBe('refunded')
    expect(afterSales.map((request: { state: string }) => request.state)).toEqual(Array(3).fill('refunded'))
  })

  it('a piece that cost nothing goes back without a call to WeChat', async () => {
    const { buyer, order, lineId } = await threePieces()
    await shop.misbehave({ endpoint: 'mch', kind: 'http_error' })
    // What a coupon may do to a piece: the whole price stands on the others.
    await shop.deps.db.$client.query(
      `update order_lines set unit_paid_fen = '[0, 1501, 1502]' where order_id = $1`,
      [order.id],
    )

    const { body } = await asksBack(shop, buyer, order.id, { lines: [{ lineId, quantity: 1 }] })

    expect(body).toMatchObject({ state: 'refunded', amountFen: 0 })
    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ state: 'paid', refundedFen: 0 })
    expect((await creditOf(order.id)).map(({ kind }) => kind)).toEqual(['earned', 'reversed'])
  })

  it('the same request twice is one, also at the same moment; another under its id is refused', async () => {
    const { buyer, order, lineId } = await threePieces()
    const request = { requestId: 'tap-tap-1', lines: [{ lineId, quantity: 1 }] }

    const answers = await Promise.all([1, 2, 3].map(() => asksBack(shop, buyer, order.id, request)))
    const other = await asksBack(shop, buyer, order.id, { ...request, lines: [{ lineId, quantity: 2 }] })

    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(other).toMatchObject({ status: 409, body: { code: 'order.request_reused' } })
    expect(await refundsOf(shop, order.id)).toHaveLength(1)
  })

  it('simultaneous requests for the last piece give it back once', async () => {
    const { buyer, order } = await threePieces()

    const answers = await Promise.all([1, 2, 3, 4].map(() => asksBack(shop, buyer, order.id)))

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    await moneyGoesBack()
  })
})

describe('asking back is refused', () => {
  it('where the amount is not the one that was shown, and says the right one', async () => {
    const { buyer, order } = await threePieces()

    const answer = await asksBack(shop, buyer, order.id, { expectedFen: 1 })

    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'refund.amount_changed', detail: { amountFen: order.payableFen } },
    })
  })

  it('for more pieces than are left, and for an order that is not paid', async () => {
    const { buyer, skuId, order, lineId } = await threePieces()
    const unpaid = await anUnpaidOrder(shop, buyer, skuId, 1)

    const many = await asksBack(shop, buyer, order.id, { lines: [{ lineId, quantity: 4 }] })
    const early = await asksBack(shop, buyer, unpaid.id)

    expect(many.body).toMatchObject({ code: 'refund.not_refundable', detail: { left: 3 } })
    expect(early.body).toMatchObject({ code: 'order.state_refused', detail: { state: 'unpaid' } })
  })

  it('to strangers, for whom neither order nor request exists', async () => {
    const { buyer, order } = await threePieces()
    const { body } = await asksBack(shop, buyer, order.id)
    const stranger = await aPerson(shop)

    expect(await asksBack(shop, stranger, order.id)).toMatchObject({ status: 404 })
    expect(await shop.call('GET', `/after-sales/${body.id}`, { token: stranger.token })).toMatchObject({
      status: 404,
    })
    expect((await shop.call('GET', '/after-sales', { token: stranger.token })).body.items).toEqual([])
  })

  it('a year after the payment, with the day it ended', async () => {
    const { buyer, order } = await threePieces()
    const offset = shop.clock.offsetMs()
    waits(shop, 366 * 86_400_000)
    const back = await aPerson(shop, buyer.user)

    const answer = await asksBack(shop, back, order.id)
    shop.clock.setOffsetMs(offset)

    expect(answer).toMatchObject({ status: 409, body: { code: 'refund.too_late' } })
  })
})

describe('after shipment', () => {
  it('asking is a request: nothing moves until the shop agrees, and the member may take it back', async () => {
    const { buyer, skuId, order, lineId } = await threePieces()
    await ships(shop, order.id)

    const preview = await previews(buyer, order.id)
    const { body } = await asksBack(shop, buyer, order.id, { reason: 'damaged', note: '压碎了两个' })
    const seen = await seesOrder(shop, buyer, order.id)
    const withdrawn = await shop.call('POST', `/after-sales/${body.id}/withdraw`, { token: buyer.token })
    const again = await shop.call('POST', `/after-sales/${body.id}/withdraw`, { token: buyer.token })

    expect(preview.body).toMatchObject({ mode: 'request', goodsFen: 3003, freightFen: 0 })
    expect(preview.body.reasons).toContain('damaged')
    expect(body).toMatchObject({ state: 'requested', note: '压碎了两个', actions: ['withdraw'] })
    expect(seen).toMatchObject({ state: 'shipped', actions: ['confirm_receipt', 'buy_again'] })
    expect(await refundsOf(shop, order.id)).toEqual([])
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', actions: [] })
    expect(again.body).toMatchObject({ code: 'after_sale.state_refused', detail: { state: 'withdrawn' } })
    expect((await seesOrder(shop, buyer, order.id)).lines[0].refundableFen).toHaveLength(3)
    expect(await shelfOf(shop, skuId)).toEqual({ available: 2, reserved: 0, sold: 3 })
    expect(lineId).toBeTruthy()
  })
})
