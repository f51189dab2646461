import type { CouponView } from '../../../contract/coupon'
import { DAY_MS, HOUR_MS } from '../../../domain/shop-time'
import { couponsExpiringWithin, expireDue } from '../../../server/modules/coupon/expiry'
import { expectBooksAgree } from '../../support/server/books'
import { aCampaign, aCoupon, aTier } from '../../support/server/campaign-builders'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson, type Person } from '../../support/server/people-builders'
import { anUnpaidOrder, aShelf, pays, runsJobs, seesOrder, waits } from '../../support/server/shop-builders'

const shop = openPayShop()
let skuId: string

beforeAll(async () => {
  skuId = (await aShelf(shop, { skus: [{ priceFen: 12_000, available: 100 }] })).skuId
})
afterEach(() => expectBooksAgree(shop.deps.db))

/** A copy that is good for so many days. */
async function aCopy(person: Person, days: number): Promise<CouponView> {
  const tiers = [aTier({ validity: { kind: 'days', days } })]
  return aCoupon(shop, person, await aCampaign(shop, { title: `${days}天券`, tiers }))
}

const shelf = async ({ token }: Person, query: string) =>
  (await shop.call('GET', `/coupons?${query}`, { token })).body
const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id)

/** Every page of a shelf, two coupons each. */
async function pages(person: Person, state: string): Promise<string[][]> {
  const all: string[][] = []
  for (let cursor = ''; ; ) {
    const page = await shelf(person, `state=${state}&limit=2${cursor}`)
    all.push(idsOf(page))
    if (page.next === null) return all
    cursor = `&cursor=${page.next}`
  }
}

const orderWith = (person: Person, { id }: CouponView) =>
  anUnpaidOrder(shop, person, skuId, 1, { couponIds: { goods: id } })

async function paysWith(person: Person, coupon: CouponView): Promise<void> {
  const order = await orderWith(person, coupon)
  await pays(shop, person, order.id)
  await shop.flush()
  waits(shop, 1000)
}

const stateOf = async ({ id }: CouponView) =>
  (await shop.deps.db.$client.query<{ state: string }>('select state from coupons where id = $1', [id]))
    .rows[0]!.state

describe('my coupons', () => {
  it('stand on three shelves, page by page: what ends soonest first, what was used or ended last first', async () => {
    const person = await aPerson(shop)
    const copies: CouponView[] = []
    for (const days of [9, 1, 8, 2, 7, 3, 6]) copies.push(await aCopy(person, days))
    const [nine, one, eight, two, seven, three, six] = copies as [
      CouponView,
      CouponView,
      CouponView,
      CouponView,
      CouponView,
      CouponView,
      CouponView,
    ]
    for (const coupon of [eight, three, six]) await paysWith(person, coupon)
    const unpaid = await orderWith(person, seven)
    await aCopy(await aPerson(shop), 5)

    const usable = await pages(person, 'usable')
    expect(usable).toEqual([
      [one.id, two.id],
      [seven.id, nine.id],
    ])
    expect(await pages(person, 'used')).toEqual([[six.id, three.id], [eight.id]])
    const { counts, items } = await shelf(person, 'state=usable')
    expect(counts).toEqual({ usable: 4, used: 3, expired: 0 })
    expect(items.find(({ id }: CouponView) => id === seven.id)).toMatchObject({
      state: 'reserved',
      orderId: unpaid.id,
    })

    waits(shop, 2 * DAY_MS)
    expect(await pages(person, 'expired')).toEqual([[two.id, one.id]])
    expect((await shelf(person, '')).counts).toEqual({ usable: 2, used: 3, expired: 2 })
  })

  it('neither repeat nor skip one when some end at the same moment', async () => {
    const person = await aPerson(shop)
    const until = shop.clock.now() + 5 * DAY_MS
    const tiers = [aTier({ validity: { kind: 'fixed', from: shop.clock.now(), until } })]
    const campaignId = await aCampaign(shop, { limitPerMember: 5, claimUntil: until, tiers })
    const ids: string[] = []
    for (let n = 0; n < 5; n++) ids.push((await aCoupon(shop, person, campaignId)).id)

    const all = await pages(person, 'usable')

    expect(all.map(({ length }) => length)).toEqual([2, 2, 1])
    expect(all.flat().sort()).toEqual(ids.sort())
  })
})

describe('the end of a coupon', () => {
  it('counts from its last moment on, and is written down at the full hour', async () => {
    const person = await aPerson(shop)
    const coupon = await aCopy(person, 1)
    waits(shop, DAY_MS - 1)
    const before = (await shelf(person, '')).counts
    waits(shop, 1)

    expect(before).toEqual({ usable: 1, used: 0, expired: 0 })
    expect((await shelf(person, '')).counts).toEqual({ usable: 0, used: 0, expired: 1 })
    expect(await stateOf(coupon)).toBe('claimed')
    waits(shop, HOUR_MS)
    await runsJobs(shop)
    expect(await stateOf(coupon)).toBe('expired')
    expect(idsOf(await shelf(person, 'state=expired'))).toEqual([coupon.id])
  })

  it('is written once, by whoever sweeps, and takes nothing that is still good, used or held', async () => {
    const person = await aPerson(shop)
    const [over, good, spent, held] = [
      await aCopy(person, 2),
      await aCopy(person, 3),
      await aCopy(person, 2),
      await aCopy(person, 2),
    ]
    await paysWith(person, spent)
    waits(shop, 2 * DAY_MS - 10_000)
    const order = await orderWith(person, held)
    await expireDue(shop.deps.db, shop.clock.now())
    const nowMs = shop.clock.now() + 60_000

    const swept = await Promise.all([expireDue(shop.deps.db, nowMs), expireDue(shop.deps.db, nowMs)])

    expect(swept[0] + swept[1]).toBe(1)
    expect(await Promise.all([over, good, spent, held].map(stateOf))).toEqual([
      'expired',
      'claimed',
      'used',
      'reserved',
    ])
    // Nobody pays: the order closes, and the time of its coupon is over by then.
    waits(shop, HOUR_MS)
    await runsJobs(shop)
    expect((await seesOrder(shop, person, order.id)).state).toBe('closed')
    expect(await stateOf(held)).toBe('expired')
  })
})

describe('coupons that end soon', () => {
  it('are the unused, begun ones inside the time asked for, the soonest first', async () => {
    const person = await aPerson(shop)
    const nowMs = shop.clock.now()
    const ending = async (until: number, from = nowMs) => {
      const tiers = [aTier({ validity: { kind: 'fixed', from, until: nowMs + until } })]
      return aCoupon(shop, person, await aCampaign(shop, { claimUntil: nowMs + HOUR_MS, tiers }))
    }
    const later = await ending(23 * HOUR_MS)
    const sooner = await ending(2 * HOUR_MS)
    await ending(25 * HOUR_MS)
    await ending(5 * HOUR_MS, nowMs + 4 * HOUR_MS)
    await paysWith(person, await ending(6 * HOUR_MS))
    await orderWith(person, await ending(7 * HOUR_MS))
    const soon = async (limit?: number) =>
      (await couponsExpiringWithin(shop.deps.db, shop.clock.now(), DAY_MS - HOUR_MS, limit))
        .filter(({ memberId }) => memberId === person.memberId)
        .map(({ couponId }) => couponId)

    expect(await soon()).toEqual([sooner.id, later.id])
    waits(shop, 2 * HOUR_MS)
    expect(await soon()).not.toContain(sooner.id)
  })
})
