import { eq } from 'drizzle-orm'
import { afterSaleEvents } from '../../../server/schema/after-sale'
import { aPaidOrder, asksBack, decides, refundsOf, ships } from '../../support/server/after-sale-builders'
import { expectBooksAgree } from '../../support/server/books'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson, aStaffPerson, type StaffPerson } from '../../support/server/people-builders'
import { aShelf, runsJobs, seesOrder, shelfOf, waits } from '../../support/server/shop-builders'

const shop = openPayShop()
const DAY = 86_400_000
let manager: StaffPerson

beforeAll(async () => {
  manager = await aStaffPerson(shop, { name: '陈店长', role: 'manager' })
})
afterEach(async () => {
  await shop.behave()
  await expectBooksAgree(shop.deps.db)
})

/** A shipped order of two pieces at 20.00, freight on top. */
const shippedOrder = async () => {
  const buyer = await aPerson(shop)
  const { skuId } = await aShelf(shop, { skus: [{ available: 5, priceFen: 2000 }] })
  const order = await aPaidOrder(shop, buyer, skuId, 2)
  await ships(shop, order.id)
  return { buyer, skuId, order, lineId: order.lines[0].id as string }
}
const moneyGoesBack = async () => {
  await runsJobs(shop)
  await shop.flush()
}
const manages = (path: string, body?: object, who = manager) =>
  shop.call(body === undefined ? 'GET' : 'POST', `/manage/${path}`, {
    token: who.token,
    ...(body && { body }),
  })
const historyOf = async (id: string) =>
  (await shop.deps.db.select().from(afterSaleEvents).where(eq(afterSaleEvents.afterSaleId, id))).map(
    ({ event, actor, toState }) => `${actor} ${event} → ${toState}`,
  )

describe('a request for money alone', () => {
  it('is granted, and the money goes back without the goods', async () => {
    const { buyer, skuId, order, lineId } = await shippedOrder()
    const one = [{ lineId, quantity: 1 }]
    const { body: asked } = await asksBack(shop, buyer, order.id, { lines: one, reason: 'damaged' })

    const granted = await decides(shop, manager, asked.id, 'approve', { isShopAtFault: false, note: '抱歉' })
    await moneyGoesBack()

    expect(granted.body).toMatchObject({ state: 'refunding', amountFen: 2000, decidedBy: '陈店长' })
    expect(granted.body.money).toMatchObject({ state: 'waiting', outRefundNo: `${order.number}R1` })
    const seen = await shop.call('GET', `/after-sales/${asked.id}`, { token: buyer.token })
    expect(seen.body).toMatchObject({ state: 'refunded', decisionNote: '抱歉' })
    expect(await shelfOf(shop, skuId)).toEqual({ available: 3, reserved: 0, sold: 2 })
    expect(await historyOf(asked.id)).toEqual([
      'member ask → requested',
      'manager grant → refunding',
      'wechat settle → refunded',
    ])
  })

  it('gives the freight back with the last piece where the shop is at fault, and keeps it where not', async () => {
    const fault = await shippedOrder()
    const whim = await shippedOrder()
    const { body: first } = await asksBack(shop, fault.buyer, fault.order.id, { reason: 'spoiled' })
    const { body: second } = await asksBack(shop, whim.buyer, whim.order.id)

    const atFault = await decides(shop, manager, first.id, 'approve', { isShopAtFault: true })
    const notAtFault = await decides(shop, manager, second.id, 'approve', { isShopAtFault: false })
    await moneyGoesBack()

    expect(first.amountFen).toBe(4000)
    expect(atFault.body.amountFen).toBe(fault.order.payableFen)
    expect(notAtFault.body.amountFen).toBe(4000)
    expect(await seesOrder(shop, fault.buyer, fault.order.id)).toMatchObject({ state: 'refunded' })
  })

  it('is refused with a reason, after which the pieces can be asked back again', async () => {
    const { buyer, order } = await shippedOrder()
    const { body: asked } = await asksBack(shop, buyer, order.id)

    const silent = await decides(shop, manager, asked.id, 'refuse', { note: '' })
    const refused = await decides(shop, manager, asked.id, 'refuse', { note: '已超过保鲜期' })
    const twice = await decides(shop, manager, asked.id, 'approve', { isShopAtFault: false })

    expect(silent.status).toBe(400)
    expect(refused.body).toMatchObject({ state: 'refused', decisionNote: '已超过保鲜期', actions: [] })
    expect(twice.body).toMatchObject({ code: 'after_sale.state_refused', detail: { state: 'refused' } })
    expect((await asksBack(shop, buyer, order.id)).status).toBe(200)
  })
})

describe('a return', () => {
  const agreedReturn = async () => {
    const shipped = await shippedOrder()
    const { body } = await asksBack(shop, shipped.buyer, shipped.order.id, { kind: 'return' })
    await decides(shop, manager, body.id, 'approve', { isShopAtFault: false })
    return { ...shipped, id: body.id as string }
  }
  const sends = (token: string, id: string, number = 'SF1234567890') =>
    shop.call('POST', `/after-sales/${id}/parcel`, { token, body: { company: '顺丰速运', number } })

  it('waits for its goods: money and shelf move only when they are back', async () => {
    const { buyer, skuId, order, id } = await agreedReturn()

    const sent = await sends(buyer.token, id)
    const corrected = await sends(buyer.token, id, 'SF0987654321')
    await moneyGoesBack()
    expect(await refundsOf(shop, order.id)).toEqual([])
    const back = await decides(shop, manager, id, 'goods-back', { isRestocked: true })
    await moneyGoesBack()

    expect(sent.body).toMatchObject({ state: 'returning', actions: ['send'] })
    expect(corrected.body.parcel).toMatchObject({ company: '顺丰速运', number: 'SF0987654321' })
    expect(back.body).toMatchObject({ state: 'refunding', isRestocked: true, amountFen: 4000 })
    expect(await shelfOf(shop, skuId)).toEqual({ available: 5, reserved: 0, sold: 0 })
    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ state: 'refunded', refundedFen: 4000 })
  })

  it('whose goods can’t be sold again pays all the same and leaves the shelf alone', async () => {
    const { skuId, id } = await agreedReturn()

    // Brought by hand: no parcel was ever told.
    await decides(shop, manager, id, 'goods-back', { isRestocked: false, isShopAtFault: true })
    await moneyGoesBack()

    expect(await shelfOf(shop, skuId)).toEqual({ available: 3, reserved: 0, sold: 2 })
  })

  it('may be paid without the goods coming back', async () => {
    const { buyer, order } = await shippedOrder()
    const { body } = await asksBack(shop, buyer, order.id, { kind: 'return' })

    const granted = await decides(shop, manager, body.id, 'approve', {
      isShopAtFault: false,
      mayKeepGoods: true,
    })

    expect(granted.body).toMatchObject({ state: 'refunding', isRestocked: false })
    await moneyGoesBack()
  })

  it('can be refused when the goods that came are not right', async () => {
    const { buyer, order, id } = await agreedReturn()
    await sends(buyer.token, id)

    const refused = await decides(shop, manager, id, 'refuse', { note: '寄回的不是本店商品' })

    expect(refused.body).toMatchObject({ state: 'refused' })
    expect((await seesOrder(shop, buyer, order.id)).lines[0].refundableFen).toHaveLength(2)
  })

  it('lapses when nothing was sent for two weeks, and does not when something was', async () => {
    const idle = await agreedReturn()
    const busy = await agreedReturn()
    await sends(busy.buyer.token, busy.id)
    const offset = shop.clock.offsetMs()

    waits(shop, 14 * DAY)
    await runsJobs(shop)
    const [first, second] = [await stateOf(idle.id), await stateOf(busy.id)]
    shop.clock.setOffsetMs(offset)

    expect([first, second]).toEqual(['withdrawn', 'returning'])
    expect((await historyOf(idle.id)).at(-1)).toBe('clock lapse → withdrawn')
  })

  const stateOf = async (id: string) => {
    const [row] = await shop.deps.db.$client
      .query('select state from after_sales where id = $1', [id])
      .then(({ rows }) => rows)
    return row.state
  }
})

describe('a refund of the shop’s own accord', () => {
  it('gives pieces of an unshipped order back with the freight, and returns them to the shelf', async () => {
    const buyer = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ available: 5, priceFen: 2000 }] })
    const order = await aPaidOrder(shop, buyer, skuId, 2)

    const preview = await manages(`orders/${order.id}/refund-preview`, { isShopAtFault: true })
    const given = await manages(`orders/${order.id}/refunds`, {
      requestId: 'out-of-stock-1',
      reason: 'out_of_stock',
      isShopAtFault: true,
      expectedFen: preview.body.amountFen,
    })
    await moneyGoesBack()

    expect(given.body).toMatchObject({
      state: 'refunding',
      amountFen: order.payableFen,
      reason: 'out_of_stock',
    })
    expect(await shelfOf(shop, skuId)).toEqual({ available: 5, reserved: 0, sold: 0 })
    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ state: 'refunded' })
  })

  it('of a shipped order leaves the shelf alone unless the goods are said to be back', async () => {
    const lost = await shippedOrder()
    const back = await shippedOrder()
    const give = (orderId: string, isRestocked?: boolean) =>
      manages(`orders/${orderId}/refunds`, {
        requestId: `refund-${orderId}`,
        reason: 'not_arrived',
        isShopAtFault: true,
        isRestocked,
      })

    await give(lost.order.id)
    await give(back.order.id, true)
    await moneyGoesBack()

    expect(await shelfOf(shop, lost.skuId)).toMatchObject({ available: 3, sold: 2 })
    expect(await shelfOf(shop, back.skuId)).toMatchObject({ available: 5, sold: 0 })
  })
})

describe('only a manager', () => {
  it('sees and decides requests; for staff and members there is nothing there', async () => {
    const staff = await aStaffPerson(shop)
    const { buyer, order } = await shippedOrder()
    const { body } = await asksBack(shop, buyer, order.id)
    const tries = [
      ['GET', '/manage/after-sales'],
      ['GET', `/manage/after-sales/${body.id}`],
      ['POST', `/manage/after-sales/${body.id}/approve`, { isShopAtFault: true }],
      ['POST', `/manage/after-sales/${body.id}/refuse`, { note: '不行' }],
      ['POST', `/manage/after-sales/${body.id}/goods-back`, { isRestocked: true }],
      ['POST', `/manage/after-sales/${body.id}/pursue`],
      [
        'POST',
        `/manage/orders/${order.id}/refunds`,
        { requestId: 'by-staff-1', reason: 'other', isShopAtFault: true },
      ],
    ] as const

    for (const [method, path, sent] of tries) {
      for (const { token } of [staff, buyer]) {
        const answer = await shop.call(method, path, { token, body: sent })
        expect([path, answer.status]).toEqual([path, 404])
      }
    }
    expect(await refundsOf(shop, order.id)).toEqual([])
  })

  it('finds them by state, those waiting longest first, with how many wait where', async () => {
    const before = (await manages('after-sales')).body.counts
    const { buyer, order } = await shippedOrder()
    const { body: asked } = await asksBack(shop, buyer, order.id, { reason: 'spoiled' })

    const { body } = await manages('after-sales?state=requested&limit=50')
    const paged = await manages('after-sales?limit=1')
    const next = await manages(`after-sales?limit=1&cursor=${encodeURIComponent(paged.body.next)}`)

    expect(body.counts.requested).toBe(before.requested + 1)
    const own = body.items.find(({ id }: { id: string }) => id === asked.id)
    expect(own).toMatchObject({
      orderNumber: order.number,
      member: { name: '张伟' },
      actions: ['grant', 'refuse'],
    })
    expect(new Set(body.items.map(({ state }: { state: string }) => state))).toEqual(new Set(['requested']))
    expect(next.body.items[0].id).not.toBe(paged.body.items[0].id)
  })
})
