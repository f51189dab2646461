import { eq } from 'drizzle-orm'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/shop-time'
import { coupons } from '../../../server/schema/coupon'
import { asksBack } from '../../support/server/after-sale-builders'
import { expectBooksAgree } from '../../support/server/books'
import { aCampaign, aCoupon, aTier } from '../../support/server/campaign-builders'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson, type Person } from '../../support/server/people-builders'
import {
  anUnpaidOrder,
  aShelf,
  orders,
  pays,
  runsJobs,
  seesOrder,
  waits,
} from '../../support/server/shop-builders'

const shop = openPayShop()
afterEach(async () => {
  await shop.behave()
  await expectBooksAgree(shop.deps.db)
})

const off = (amountOff: number) => ({ kind: 'amount' as const, amountOff })

/** A coupon of seven yuan and one fen off twenty, for so many days. */
const holds = async (person: Person, days = 30, slot: 'goods' | 'freight' = 'goods') => {
  const tier = aTier({ thresholdFen: 2000, off: off(701), validity: { kind: 'days', days } })
  return aCoupon(shop, person, await aCampaign(shop, { tiers: [tier], slot }))
}

const stateOf = async (id: string) => {
  const [row] = await shop.deps.db.select().from(coupons).where(eq(coupons.id, id))
  return row?.state
}

/** Somebody with an unpaid order of three pieces of ten yuan that holds their coupon. */
const ordersWithCoupon = async (days = 30) => {
  const buyer = await aPerson(shop)
  const coupon = await holds(buyer, days)
  const { skuId } = await aShelf(shop, { skus: [{ priceFen: 1000 }] })
  const order = await anUnpaidOrder(shop, buyer, skuId, 3, { couponIds: { goods: coupon.id } })
  return { buyer, coupon, skuId, order }
}

const paidWithCoupon = async (days = 30) => {
  const bought = await ordersWithCoupon(days)
  await pays(shop, bought.buyer, bought.order.id)
  await shop.flush()
  return bought
}

/** Carries refunds out, however long WeChat's pace makes them wait. */
const untilRefunded = async () => {
  for (let i = 0; i < 4; i++) {
    await runsJobs(shop)
    await shop.flush()
    waits(shop, MINUTE_MS)
  }
}

describe('a coupon follows its order', () => {
  it('reserved while it waits for money, used when it is paid', async () => {
    const { buyer, coupon, order } = await ordersWithCoupon()
    expect(await stateOf(coupon.id)).toBe('reserved')

    await pays(shop, buyer, order.id)
    await shop.flush()

    expect(await stateOf(coupon.id)).toBe('used')
    const { body } = await shop.call('GET', '/coupons?state=used', { token: buyer.token })
    expect(body.items).toMatchObject([{ id: coupon.id, orderId: order.id }])
  })

  it('back to its member when the time to pay is over', async () => {
    const { coupon } = await ordersWithCoupon()

    waits(shop, 16 * MINUTE_MS)
    await runsJobs(shop)

    expect(await stateOf(coupon.id)).toBe('claimed')
  })

  it('used even where its last day passed between order and payment', async () => {
    const { buyer, coupon, skuId } = await ordersWithCoupon(1)
    const second = await holds(buyer, 1)
    waits(shop, DAY_MS - 5 * MINUTE_MS)
    await runsJobs(shop)
    const late = await anUnpaidOrder(shop, buyer, skuId, 3, { couponIds: { goods: second.id } })
    waits(shop, 10 * MINUTE_MS)

    await pays(shop, buyer, late.id)
    await shop.flush()

    expect(await stateOf(second.id)).toBe('used')
    await runsJobs(shop)
    waits(shop, HOUR_MS)
    await runsJobs(shop)
    expect(await stateOf(second.id)).toBe('used')
    expect(await stateOf(coupon.id)).toBe('expired')
  })

  it('expired, not given back, when the order closes after its last day', async () => {
    const buyer = await aPerson(shop)
    const coupon = await holds(buyer, 1)
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 2500 }] })
    waits(shop, DAY_MS - MINUTE_MS)
    const order = await anUnpaidOrder(shop, buyer, skuId, 1, { couponIds: { goods: coupon.id } })
    waits(shop, 5 * MINUTE_MS)

    await shop.call('POST', `/orders/${order.id}/cancel`, { token: buyer.token })

    expect(await stateOf(coupon.id)).toBe('expired')
  })
})

describe('refunds of an order with a coupon', () => {
  it('give back exactly what was paid, unit by unit; the coupon comes back with the last', async () => {
    const { buyer, coupon, order } = await paidWithCoupon()
    const [line] = (await seesOrder(shop, buyer, order.id)).lines
    expect(line.refundableFen).toEqual([766, 766, 767])

    const sums = []
    for (let unit = 0; unit < 3; unit++) {
      const { status } = await asksBack(shop, buyer, order.id, { lines: [{ lineId: line.id, quantity: 1 }] })
      expect(status).toBe(200)
      await untilRefunded()
      const seen = await seesOrder(shop, buyer, order.id)
      sums.push(seen.refundedFen)
      expect(await stateOf(coupon.id)).toBe(unit < 2 ? 'used' : 'claimed')
    }

    expect(sums).toEqual([766, 1532, order.payableFen])
  })

  it('of the whole give all of it and both coupons back, freight included', async () => {
    const buyer = await aPerson(shop)
    const [goods, freight] = [await holds(buyer), await holds(buyer, 30, 'freight')]
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 2500 }] })
    const couponIds = { goods: goods.id, freight: freight.id }
    const order = await anUnpaidOrder(shop, buyer, skuId, 1, { couponIds })
    expect(order).toMatchObject({ discountFen: 701, freightDiscountFen: 701, payableFen: 1898 })
    await pays(shop, buyer, order.id)
    await shop.flush()

    await asksBack(shop, buyer, order.id)
    await untilRefunded()

    expect(await seesOrder(shop, buyer, order.id)).toMatchObject({ state: 'refunded', refundedFen: 1898 })
    expect(await stateOf(goods.id)).toBe('claimed')
    expect(await stateOf(freight.id)).toBe('claimed')
  })

  it('give the coupon back only while its time lasts', async () => {
    const { buyer, coupon, order } = await paidWithCoupon(1)
    waits(shop, DAY_MS)

    await asksBack(shop, buyer, order.id)
    await untilRefunded()

    expect(await stateOf(coupon.id)).toBe('expired')
  })

  it('give back the same copy: it can be spent again, and fills its place in the limit once', async () => {
    const { buyer, coupon, skuId, order } = await paidWithCoupon()
    await asksBack(shop, buyer, order.id)
    await untilRefunded()

    const again = await orders(shop, buyer, [{ skuId, quantity: 2 }], { couponIds: { goods: coupon.id } })

    expect(again.body).toMatchObject({ discountFen: 701, coupons: [{ couponId: coupon.id }] })
    const claim = { requestId: 'one-more-please' }
    const { body } = await shop.call('POST', `/campaigns/${coupon.campaignId}/claims`, {
      token: buyer.token,
      body: claim,
    })
    expect(body.code).toBe('claim.limit_reached')
  })
})

describe('money that comes after the order was closed', () => {
  const paysAfterClosing = async (meanwhile: (bought: Bought) => Promise<void>, days = 30) => {
    const bought = await ordersWithCoupon(days)
    const { buyer, order } = bought
    await shop.faults(
      { on: 'notification', event: 'TRANSACTION', outTradeNo: order.number, kind: 'delay', ms: 100 * DAY_MS },
      { on: 'endpoint', endpoint: 'close', kind: 'http_error', status: 404, code: 'ORDER_NOT_EXIST' },
    )
    await pays(shop, buyer, order.id)
    waits(shop, 1500)
    await shop.call('POST', `/orders/${order.id}/cancel`, { token: buyer.token })
    expect(await stateOf(bought.coupon.id)).toBe('claimed')
    await meanwhile(bought)
    await shop.flush()
    return { ...bought, seen: await seesOrder(shop, buyer, order.id) }
  }
  type Bought = Awaited<ReturnType<typeof ordersWithCoupon>>

  it('takes the coupon once more while it is unspent, expired or not', async () => {
    const inTime = await paysAfterClosing(async () => {})
    const expired = await paysAfterClosing(async () => {
      waits(shop, DAY_MS + HOUR_MS)
      await runsJobs(shop)
    }, 1)

    expect(inTime.seen.state).toBe('paid')
    expect(await stateOf(inTime.coupon.id)).toBe('used')
    expect(expired.seen.state).toBe('paid')
    expect(await stateOf(expired.coupon.id)).toBe('used')
  })

  it('is told after the closing, though WeChat took it before', async () => {
    const { seen } = await paysAfterClosing(async () => {})

    const events = seen.timeline.map(({ event }: { event: string }) => event)
    expect(events).toEqual(['create', 'cancel', 'payLate'])
  })

  it('goes back where the coupon is spent on another order by then, which keeps it', async () => {
    let other = ''
    const { buyer, coupon, seen } = await paysAfterClosing(async ({ buyer, coupon, skuId }) => {
      const couponIds = { goods: coupon.id }
      other = (await anUnpaidOrder(shop, buyer, skuId, 3, { couponIds })).id
    })

    expect(seen.state).toBe('refunded')
    await untilRefunded()
    expect(await stateOf(coupon.id)).toBe('reserved')
    expect(await seesOrder(shop, buyer, other)).toMatchObject({ state: 'unpaid' })
    expect((await seesOrder(shop, buyer, seen.id)).refundedFen).toBe(seen.payableFen)
  })
})
