import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { DAY_MS, MINUTE_MS } from '../../../domain/shop-time'
import { coupons } from '../../../server/schema/coupon'
import { expectBooksAgree } from '../../support/server/books'
import { aCampaign, aCoupon, aTier } from '../../support/server/campaign-builders'
import { aPerson, type Person } from '../../support/server/people-builders'
import {
  anOrderRequest,
  anUnpaidOrder,
  aShelf,
  type Coupons,
  orders,
  seesOrder,
  shelfOf,
  waits,
} from '../../support/server/shop-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
afterEach(() => expectBooksAgree(shop.deps.db))

const off = (amountOff: number) => ({ kind: 'amount' as const, amountOff })

const holds = async (person: Person, amountOff = 500, campaign: Parameters<typeof aCampaign>[1] = {}) =>
  aCoupon(
    shop,
    person,
    await aCampaign(shop, { tiers: [aTier({ thresholdFen: 1000, off: off(amountOff) })], ...campaign }),
  )

const rowOf = async (id: string) => {
  const [row] = await shop.deps.db.select().from(coupons).where(eq(coupons.id, id))
  return row
}

const sends = ({ token }: Person, body: object) => shop.call('POST', '/orders', { token, body })

const aRequest = async (person: Person, couponIds: Coupons, priceFen = 2000) => {
  const { skuId } = await aShelf(shop, { skus: [{ priceFen, available: 5 }] })
  return { skuId, request: await anOrderRequest(shop, person, [{ skuId, quantity: 1 }], couponIds) }
}

describe('an order with coupons', () => {
  it('reserves a goods and a freight coupon, and freezes what each took off', async () => {
    const person = await aPerson(shop)
    const goods = await holds(person, 701)
    const freight = await holds(person, 300, { slot: 'freight' })
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 1000 }] })
    const couponIds = { goods: goods.id, freight: freight.id }

    const { status, body } = await orders(shop, person, [{ skuId, quantity: 3 }], { couponIds })

    expect(status).toBe(200)
    expect(body).toMatchObject({
      goodsFen: 3000,
      discountFen: 701,
      freightFen: 800,
      freightDiscountFen: 300,
      payableFen: 2799,
      coupons: [
        { couponId: goods.id, slot: 'goods', title: '周末满减券', offFen: 701 },
        { couponId: freight.id, slot: 'freight', offFen: 300 },
      ],
      lines: [{ paidFen: 2299, refundableFen: [] }],
    })
    for (const { id } of [goods, freight]) {
      expect(await rowOf(id)).toMatchObject({ state: 'reserved', orderId: body.id })
    }
    expect(await seesOrder(shop, person, body.id)).toMatchObject({ coupons: body.coupons })
  })

  it('uses none where it names none, whatever would have been best', async () => {
    const person = await aPerson(shop)
    const coupon = await holds(person)
    const { request } = await aRequest(person, {})
    const { couponIds: _, ...silent } = request

    const { body } = await sends(person, silent)

    expect(body).toMatchObject({ discountFen: 0, coupons: [] })
    expect(await rowOf(coupon.id)).toMatchObject({ state: 'claimed', orderId: null })
  })

  it('is the same order when asked again, and another one under the same id with another coupon', async () => {
    const person = await aPerson(shop)
    const [one, two] = [await holds(person, 500), await holds(person, 500)]
    const { request } = await aRequest(person, { goods: one.id })
    const made = await sends(person, request)

    const again = await sends(person, request)
    const other = await sends(person, { ...request, couponIds: { goods: two.id } })

    expect(again.body.id).toBe(made.body.id)
    expect(other).toMatchObject({ status: 409, body: { code: 'order.request_reused' } })
    expect(await rowOf(two.id)).toMatchObject({ state: 'claimed' })
  })
})

describe('an order is refused, and nothing is half-written,', () => {
  const expectNothing = async (person: Person, skuId: string) => {
    expect(await shelfOf(shop, skuId)).toMatchObject({ available: 5, reserved: 0 })
    const { body } = await shop.call('GET', '/orders', { token: person.token })
    expect(body.items).toEqual([])
  }

  it('with another member’s coupon, or one that does not exist', async () => {
    const [person, other] = [await aPerson(shop), await aPerson(shop)]
    const theirs = await holds(other)
    const { skuId, request } = await aRequest(person, {})

    for (const goods of [theirs.id, randomUUID()]) {
      const refused = await sends(person, { ...request, requestId: randomUUID(), couponIds: { goods } })
      expect(refused).toMatchObject({ status: 404, body: { code: 'thing.not_found' } })
    }

    await expectNothing(person, skuId)
    expect(await rowOf(theirs.id)).toMatchObject({ state: 'claimed', orderId: null })
  })

  it('when the coupon has ended since it was shown; the new price comes with the refusal', async () => {
    const person = await aPerson(shop)
    const coupon = await holds(person, 500, {
      tiers: [aTier({ thresholdFen: 1000, off: off(500), validity: { kind: 'days', days: 1 } })],
    })
    const { skuId, request } = await aRequest(person, { goods: coupon.id })
    waits(shop, DAY_MS)

    const refused = await sends(person, request)

    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'coupon.not_usable',
        detail: {
          couponId: coupon.id,
          reason: { code: 'coupon.expired', at: coupon.validUntil },
          quote: { payableFen: 2800, coupons: { goods: null } },
        },
      },
    })
    await expectNothing(person, skuId)
  })

  it('when the coupon was upgraded since; the better copy is in the new price', async () => {
    const person = await aPerson(shop)
    const campaignId = await aCampaign(shop, {
      tiers: [
        aTier({ thresholdFen: 1000, off: off(500) }),
        aTier({ thresholdFen: 1500, off: off(900), stock: 1 }),
      ],
    })
    const rival = await aPerson(shop)
    await aCoupon(shop, rival, campaignId)
    const low = await aCoupon(shop, person, campaignId)
    expect(low.tierRank).toBe(1)
    const { skuId, request } = await aRequest(person, { goods: low.id })
    await shop.deps.db.execute(
      `update campaign_stock set "left" = "left" + 1 where kind = 'tier' and campaign_id = '${campaignId}'`,
    )
    await shop.deps.db.execute(
      `update campaigns set tiers = jsonb_set(tiers, '{1,stock}', '2') where id = '${campaignId}'`,
    )
    const high = await aCoupon(shop, person, campaignId, { upgradeOf: low.id })

    const refused = await sends(person, request)

    expect(refused.body).toMatchObject({
      code: 'coupon.not_usable',
      detail: {
        reason: { code: 'coupon.upgraded' },
        quote: { payableFen: 1900, coupons: { goods: { coupon: { id: high.id } } } },
      },
    })
    await expectNothing(person, skuId)
  })

  it('when another unpaid order holds the coupon', async () => {
    const person = await aPerson(shop)
    const coupon = await holds(person)
    const { request } = await aRequest(person, { goods: coupon.id })
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 2000 }] })
    const first = await anUnpaidOrder(shop, person, skuId, 1, { couponIds: { goods: coupon.id } })

    const refused = await sends(person, request)

    expect(refused.body).toMatchObject({
      code: 'coupon.not_usable',
      detail: { reason: { code: 'coupon.reserved', orderId: first.id } },
    })
    expect(await rowOf(coupon.id)).toMatchObject({ orderId: first.id })
  })

  it('for want of stock or at another price: the coupon stays the member’s', async () => {
    const person = await aPerson(shop)
    const coupon = await holds(person)
    const { skuId, request } = await aRequest(person, { goods: coupon.id })
    const line = { skuId, quantity: 9 }

    const short = await sends(person, { ...request, requestId: randomUUID(), lines: [line] })
    const cheap = await sends(person, { ...request, requestId: randomUUID(), expectedPayableFen: 1 })

    expect(short.body.code).toBe('sku.out_of_stock')
    expect(cheap.body).toMatchObject({
      code: 'order.price_changed',
      detail: { quote: { payableFen: 2300, coupons: { goods: { coupon: { id: coupon.id } } } } },
    })
    expect(await rowOf(coupon.id)).toMatchObject({ state: 'claimed', orderId: null })
    await expectNothing(person, skuId)
  })
})

describe('many at once', () => {
  it('of orders with one coupon: exactly one gets it', async () => {
    const person = await aPerson(shop)
    const coupon = await holds(person)
    const requests = []
    for (let i = 0; i < 5; i++) requests.push((await aRequest(person, { goods: coupon.id })).request)

    const answers = await Promise.all(requests.map((request) => sends(person, request)))

    const placed = answers.filter(({ status }) => status === 200)
    expect(placed).toHaveLength(1)
    for (const { status, body } of answers.filter((answer) => !placed.includes(answer))) {
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'coupon.not_usable' })
    }
    expect(await rowOf(coupon.id)).toMatchObject({ state: 'reserved', orderId: placed[0]!.body.id })
  })

  it('of an order and an upgrade: the coupon is spent or upgraded, never both', async () => {
    for (let round = 0; round < 6; round++) {
      const person = await aPerson(shop)
      const campaignId = await aCampaign(shop, {
        tiers: [
          aTier({ thresholdFen: 1000, off: off(500) }),
          aTier({ thresholdFen: 1500, off: off(900), gate: { kind: 'lifecycle', stages: ['active'] } }),
        ],
      })
      const coupon = await aCoupon(shop, person, campaignId)
      const { request } = await aRequest(person, { goods: coupon.id })
      await shop.deps.db.execute(
        `update campaigns set tiers = jsonb_set(tiers, '{1,gate}', '{"kind":"anyone"}') where id = '${campaignId}'`,
      )

      const upgrade = { requestId: randomUUID(), upgradeOf: coupon.id }
      const [order, better] = await Promise.all([
        sends(person, request),
        shop.call('POST', `/campaigns/${campaignId}/claims`, { token: person.token, body: upgrade }),
      ])

      expect([order.status, better.status].sort()).toEqual([200, 409])
      const loser = order.status === 409 ? order.body.code : better.body.code
      expect(['coupon.not_usable', 'claim.coupon_not_unused']).toContain(loser)
      expect((await rowOf(coupon.id))?.state).toBe(order.status === 200 ? 'reserved' : 'upgraded')
    }
  })
})

describe('an order’s coupon', () => {
  it('is the member’s again when the order is cancelled, and prices the next one', async () => {
    const person = await aPerson(shop)
    const coupon = await holds(person)
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 2000 }] })
    const order = await anUnpaidOrder(shop, person, skuId, 1, { couponIds: { goods: coupon.id } })

    await shop.call('POST', `/orders/${order.id}/cancel`, { token: person.token })

    expect(await rowOf(coupon.id)).toMatchObject({ state: 'claimed', orderId: null })
    waits(shop, MINUTE_MS)
    const next = await anUnpaidOrder(shop, person, skuId, 1, { couponIds: { goods: coupon.id } })
    expect(next).toMatchObject({ discountFen: 500 })
    expect(await seesOrder(shop, person, order.id)).toMatchObject({ coupons: [{ couponId: coupon.id }] })
  })
})
