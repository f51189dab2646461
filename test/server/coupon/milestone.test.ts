import { eq } from 'drizzle-orm'
import { COUPON_LIMITS } from '../../../domain/coupon/validate'
import { DAY_MS } from '../../../domain/shop-time'
import { saveSetting } from '../../../server/modules/shop/settings'
import { touches } from '../../../server/schema/touch'
import { aPaidOrder, asksBack } from '../../support/server/after-sale-builders'
import {
  aCampaign,
  aCampaignInput,
  aCoupon,
  aTier,
  claims,
  seesLadder,
} from '../../support/server/campaign-builders'
import { openPayShop } from '../../support/server/pay-shop'
import { aPerson, aStaffPerson, opens, type Person } from '../../support/server/people-builders'
import { aShelf, runsJobs, waits } from '../../support/server/shop-builders'

const shop = openPayShop()
let skuId: string

beforeAll(async () => {
  skuId = (await aShelf(shop, { skus: [{ available: 100 }] })).skuId
})

let made = 0
const aGroupName = () => `里程碑群${++made}`

/** Rung 1 for anyone, rung 2 once so many members of one's group have bought. */
const aMilestone = (buyers: number, campaign: object = {}) =>
  aCampaign(shop, {
    tiers: [
      aTier(),
      aTier({
        thresholdFen: 20_000,
        off: { kind: 'amount', amountOff: 3_000 },
        gate: { kind: 'milestone', buyers },
      }),
    ],
    ...campaign,
  })

/** A person who opened the shop from a card in this group. */
async function aNeighbour(group: string): Promise<Person> {
  const person = await aPerson(shop)
  expect(await opens(shop, person, { group })).toMatchObject({ group: 'proven' })
  waits(shop, 1000)
  return person
}

async function aBuyer(group: string) {
  const person = await aNeighbour(group)
  return { person, order: await aPaidOrder(shop, person, skuId) }
}

/** What rung 2 still asks of this person; null: it is open. */
const missing = async (person: Person, campaignId: string) =>
  (await seesLadder(shop, person, campaignId)).rungs[1].missing

describe('a group milestone', () => {
  it('opens to the whole group, also to those who bought nothing, once enough of its members have paid', async () => {
    const group = aGroupName()
    const campaignId = await aMilestone(2)
    const [onlooker, stranger] = [await aNeighbour(group), await aPerson(shop)]
    const early = await missing(onlooker, campaignId)

    const { person: first } = await aBuyer(group)
    await aPaidOrder(shop, first, skuId)
    const halfway = await missing(onlooker, campaignId)
    await aBuyer(group)

    expect(early).toEqual({ code: 'milestone', have: 0, need: 2 })
    // The same member twice is one member.
    expect(halfway).toEqual({ code: 'milestone', have: 1, need: 2 })
    expect((await aCoupon(shop, onlooker, campaignId)).tierRank).toBe(2)
    expect(await missing(stranger, campaignId)).toEqual({ code: 'group' })
    expect((await aCoupon(shop, stranger, campaignId)).tierRank).toBe(1)
  })

  it('lets a copy claimed before climb when it is reached', async () => {
    const group = aGroupName()
    const campaignId = await aMilestone(1)
    const early = await aNeighbour(group)
    const old = await aCoupon(shop, early, campaignId)
    const shut = await claims(shop, early, campaignId, { upgradeOf: old.id })
    await aBuyer(group)

    const better = await aCoupon(shop, early, campaignId, { upgradeOf: old.id })

    expect(shut.body).toMatchObject({
      code: 'claim.not_qualified',
      detail: { missing: { code: 'milestone', have: 0, need: 1 } },
    })
    expect([old.tierRank, better.tierRank]).toEqual([1, 2])
  })

  it('counts a buyer for the group frozen on the order, wherever they have been before or since', async () => {
    const [before, group, since] = [aGroupName(), aGroupName(), aGroupName()]
    const campaignId = await aMilestone(1)
    const buyer = await aNeighbour(before)
    await opens(shop, buyer, { group })
    waits(shop, 1000)
    await aPaidOrder(shop, buyer, skuId)
    await opens(shop, buyer, { group: since })

    const seen = [before, group, since].map(async (each) => missing(await aNeighbour(each), campaignId))

    const notYet = { code: 'milestone', have: 0, need: 1 }
    expect(await Promise.all(seen)).toEqual([notYet, null, notYet])
  })

  it('does not count whoever was known as suspect in the group when they paid', async () => {
    const group = aGroupName()
    const campaignId = await aMilestone(1)
    const { db } = shop.deps
    const suspect = await aNeighbour(group)
    const suspectAt = shop.clock.now()
    await db.update(touches).set({ suspectAt }).where(eq(touches.memberId, suspect.memberId))
    await opens(shop, suspect, { group })
    waits(shop, 1000)

    const order = await aPaidOrder(shop, suspect, skuId)

    expect(order.state).toBe('paid')
    const onlooker = await aNeighbour(group)
    expect(await missing(onlooker, campaignId)).toEqual({ code: 'milestone', have: 0, need: 1 })
  })

  it('stays reached: neither money given back nor what is found out later shuts it', async () => {
    const group = aGroupName()
    const campaignId = await aMilestone(2)
    const manager = await aStaffPerson(shop, { role: 'manager' })
    const [regretful, blocked] = [await aBuyer(group), await aBuyer(group)]
    const onlooker = await aNeighbour(group)
    expect(await missing(onlooker, campaignId)).toBeNull()

    await asksBack(shop, regretful.person, regretful.order.id)
    await runsJobs(shop)
    await shop.flush()
    const body = { memberId: blocked.person.memberId, reason: '反复恶意退款' }
    const block = await shop.call('POST', '/manage/blocks', { token: manager.token, body })

    expect(block.status).toBe(200)
    const { body: order } = await shop.call('GET', `/orders/${regretful.order.id}`, {
      token: regretful.person.token,
    })
    expect(order.state).toBe('refunded')
    expect(await missing(onlooker, campaignId)).toBeNull()
    expect((await aCoupon(shop, await aNeighbour(group), campaignId)).tierRank).toBe(2)
  })

  it('looks only at what was paid while claims are open', async () => {
    const group = aGroupName()
    await aBuyer(group)
    waits(shop, DAY_MS)
    const campaignId = await aMilestone(1, { claimFrom: shop.clock.now() - 1000 })

    const early = await missing(await aNeighbour(group), campaignId)
    await aBuyer(group)

    expect(early).toEqual({ code: 'milestone', have: 0, need: 1 })
    expect(await missing(await aNeighbour(group), campaignId)).toBeNull()
  })
})

describe('the height of a milestone', () => {
  it('is five buyers at most, unless the shop has set it otherwise', async () => {
    const { token } = await aStaffPerson(shop, { role: 'manager' })
    const saves = (buyers: number) => {
      const tiers = [aTier({ gate: { kind: 'milestone', buyers } })]
      const body = aCampaignInput(shop.clock.now(), { tiers })
      return shop.call('POST', '/manage/campaigns', { token, body })
    }
    const highest = async () =>
      (await shop.call('GET', '/manage/campaign-choices', { token })).body.maxMilestone
    const usual = [(await saves(5)).status, (await saves(6)).body.detail?.faults[0].code, await highest()]

    const limits = { ...COUPON_LIMITS, maxMilestone: 8 }
    await saveSetting(shop.deps.db, 'couponLimits', limits, shop.clock.now())
    const raised = [(await saves(8)).status, (await saves(9)).status, await highest()]

    expect(usual).toEqual([200, 'tier.milestone_too_high', 5])
    expect(raised).toEqual([200, 422, 8])
  })
})
