import { randomUUID } from 'node:crypto'
import { DAY_MS } from '../../../domain/shop-time'
import { aCampaign, aCoupon, aTier } from '../../support/server/campaign-builders'
import { aPerson, type Person } from '../../support/server/people-builders'
import { anUnpaidOrder, aShelf, waits } from '../../support/server/shop-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()

const off = (amountOff: number) => ({ kind: 'amount' as const, amountOff })

/** Claims a coupon that takes `yuan` off from `from` fen on. */
const holds = async (person: Person, amountOff: number, campaign: Parameters<typeof aCampaign>[1] = {}) => {
  const tiers = campaign.tiers ?? [aTier({ thresholdFen: amountOff + 1, off: off(amountOff) })]
  return aCoupon(shop, person, await aCampaign(shop, { ...campaign, tiers }))
}

const quotes = async ({ token }: Person, skuIds: readonly string[], couponIds?: object) => {
  const lines = skuIds.map((skuId) => ({ skuId, quantity: 1 }))
  return shop.call('POST', '/quotes', { token, body: { lines, ...(couponIds && { couponIds }) } })
}

const reasonOf = (
  body: { coupons: { unusable: { coupon: { id: string }; reason: unknown }[] } },
  couponId: string,
) => body.coupons.unusable.find(({ coupon }) => coupon.id === couponId)?.reason

describe('the coupons of a quote', () => {
  it('are the best goods and freight coupon together, and each line shows what it saves', async () => {
    const person = await aPerson(shop)
    const [apple, pear] = [
      await aShelf(shop, { skus: [{ priceFen: 2000 }] }),
      await aShelf(shop, { skus: [{ priceFen: 1000 }] }),
    ]
    const small = await holds(person, 500)
    const great = await holds(person, 1000)
    const freight = await holds(person, 600, {
      slot: 'freight',
      tiers: [aTier({ thresholdFen: 2000, off: off(600) })],
    })

    const { status, body } = await quotes(person, [apple.skuId, pear.skuId])

    expect(status).toBe(200)
    expect(body).toMatchObject({
      goodsFen: 3000,
      discountFen: 1000,
      freightFen: 800,
      freightDiscountFen: 600,
      payableFen: 2200,
      lines: [
        { couponFen: 667, discountFen: 667, paidFen: 1333 },
        { couponFen: 333, discountFen: 333, paidFen: 667 },
      ],
      coupons: {
        goods: { coupon: { id: great.id, state: 'claimed' }, offFen: 1000 },
        freight: { coupon: { id: freight.id }, offFen: 600 },
        savedFen: 1600,
        unusable: [],
      },
    })
    const ids = body.coupons.usable.map(({ coupon }: { coupon: { id: string } }) => coupon.id)
    expect(ids).toEqual([great.id, freight.id, small.id])
  })

  it('that cannot be used each say why, with what is missing', async () => {
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 3000 }] })
    const other = await aShelf(shop)
    const now = shop.clock.now()
    const fixed = (from: number, until: number) =>
      aTier({ thresholdFen: 100, off: off(10), validity: { kind: 'fixed', from, until } })
    const held = await holds(person, 50)
    await aHeldOrder(person, held.id)
    const dear = await holds(person, 500, { tiers: [aTier({ thresholdFen: 4200, off: off(500) })] })
    const later = await holds(person, 10, { tiers: [fixed(now + DAY_MS, now + 20 * DAY_MS)] })
    const elsewhere = await holds(person, 10, {
      scope: { kind: 'products', productIds: [other.productId] },
    })

    const { body } = await quotes(person, [skuId])

    expect(body.coupons.goods).toBeNull()
    expect(reasonOf(body, dear.id)).toEqual({ code: 'coupon.below_minimum', shortBy: 1200 })
    expect(reasonOf(body, later.id)).toEqual({ code: 'coupon.not_started', from: now + DAY_MS })
    expect(reasonOf(body, elsewhere.id)).toEqual({ code: 'coupon.out_of_scope' })
    expect(reasonOf(body, held.id)).toMatchObject({ code: 'coupon.reserved' })
  })

  it('are no longer among them once they have ended, or ended for a better copy', async () => {
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop)
    await holds(person, 100, {
      tiers: [aTier({ thresholdFen: 101, off: off(100), validity: { kind: 'days', days: 1 } })],
    })
    waits(shop, DAY_MS)

    const { body } = await quotes(person, [skuId])

    expect(body.coupons).toMatchObject({ goods: null, usable: [], unusable: [] })
  })

  it('are those of the goods they are for: a category', async () => {
    const person = await aPerson(shop)
    const [fruit, soap] = [await aShelf(shop), await aShelf(shop)]
    await holds(person, 300, { scope: { kind: 'categories', categoryIds: [fruit.categoryId] } })

    const { body } = await quotes(person, [fruit.skuId, soap.skuId])

    expect(body.lines).toMatchObject([{ couponFen: 300 }, { couponFen: 0 }])
  })
})

describe('the member’s own choice', () => {
  it('stands against a better one, also when it is none at all', async () => {
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop)
    const small = await holds(person, 200)
    await holds(person, 900)

    const own = await quotes(person, [skuId], { goods: small.id })
    const none = await quotes(person, [skuId], { goods: null, freight: null })

    expect(own.body).toMatchObject({ discountFen: 200, coupons: { goods: { coupon: { id: small.id } } } })
    expect(none.body).toMatchObject({ discountFen: 0, coupons: { goods: null, savedFen: 0 } })
    expect(none.body.coupons.usable).toHaveLength(2)
  })

  it('of a coupon that cannot be used is refused with its reason and the best price without it', async () => {
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop, { skus: [{ priceFen: 3000 }] })
    const small = await holds(person, 200)
    const dear = await holds(person, 500, { tiers: [aTier({ thresholdFen: 5000, off: off(500) })] })

    const refused = await quotes(person, [skuId], { goods: dear.id })
    const inTheWrongSlot = await quotes(person, [skuId], { freight: small.id })

    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'coupon.not_usable',
        detail: {
          couponId: dear.id,
          reason: { code: 'coupon.below_minimum', shortBy: 2000 },
          quote: { payableFen: 3600, coupons: { goods: { coupon: { id: small.id } } } },
        },
      },
    })
    expect(inTheWrongSlot).toMatchObject({
      status: 409,
      body: { code: 'coupon.not_usable', detail: { reason: { code: 'coupon.wrong_slot' } } },
    })
  })

  it('of another member’s coupon, or of none, does not exist', async () => {
    const [person, other] = [await aPerson(shop), await aPerson(shop)]
    const { skuId } = await aShelf(shop)
    const theirs = await holds(other, 500)

    for (const goods of [theirs.id, randomUUID()]) {
      expect(await quotes(person, [skuId], { goods })).toMatchObject({
        status: 404,
        body: { code: 'thing.not_found', field: '/body/couponIds' },
      })
    }
  })
})

/** An unpaid order that holds this coupon. */
async function aHeldOrder(person: Person, goods: string) {
  const { skuId } = await aShelf(shop)
  return anUnpaidOrder(shop, person, skuId, 1, { couponIds: { goods } })
}
