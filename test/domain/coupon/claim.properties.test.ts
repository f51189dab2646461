import { chooseTier, decideUpgrade, seatOf } from '@domain/coupon/claim'
import { countsToLimit, type HeldCoupon, mint } from '@domain/coupon/coupon'
import { type GateFacts, gateState } from '@domain/coupon/gate'
import { ladder } from '@domain/coupon/ladder'
import { fullStock, qualifiedSeats, takeSeat } from '@domain/coupon/stock'
import type { Campaign, Gate, StockLeft } from '@domain/coupon/types'
import { fen } from '@domain/money'
import * as fc from 'fast-check'
import { aCampaign, amountOff, aTier, ENDS, NOW } from './builders'

const GROUPS = ['spring', 'lake', 'hill']
const MEMBERS = ['an', 'bo', 'cy', 'di', 'ed']

const gate = fc.oneof(
  fc.constant<Gate>({ kind: 'anyone' }),
  fc.constantFrom('silver', 'gold').map((from): Gate => ({ kind: 'level', from: from as 'silver' | 'gold' })),
  fc.subarray(GROUPS, { minLength: 1 }).map((groupIds): Gate => ({ kind: 'groups', groupIds })),
  fc.integer({ min: 1, max: 5 }).map((buyers): Gate => ({ kind: 'milestone', buyers })),
  fc.constant<Gate>({ kind: 'segment', segmentId: 'loyal' }),
)

const campaigns: fc.Arbitrary<Campaign> = fc
  .record({
    totalStock: fc.integer({ min: 1, max: 8 }),
    stockPerGroup: fc.option(fc.integer({ min: 1, max: 3 })),
    limitPerMember: fc.integer({ min: 1, max: 2 }),
    steps: fc.array(fc.record({ gate, stock: fc.option(fc.integer({ min: 1, max: 4 })) }), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ steps, ...campaign }) =>
    aCampaign({
      ...campaign,
      tiers: steps.map((step, i) => aTier({ ...step, rank: i + 1, off: amountOff(100 * (i + 1)) })),
    }),
  )

const facts: fc.Arbitrary<GateFacts> = fc.record({
  netSpend: fc.integer({ min: 0, max: 300_000 }).map(fen),
  lifecycle: fc.constant('active' as const),
  segmentIds: fc.subarray(['loyal']),
  groups: fc
    .shuffledSubarray(GROUPS)
    .chain((ids) => fc.tuple(...ids.map((groupId) => fc.nat(5).map((buyers) => ({ groupId, buyers }))))),
})

interface Shop {
  readonly stock: StockLeft
  readonly coupons: readonly HeldCoupon[]
}
const step = fc.record({
  memberId: fc.constantFrom(...MEMBERS),
  facts,
  wish: fc.constantFrom('claim', 'claim', 'upgrade', 'use'),
})

/** Plays a day of claims, upgrades and purchases, and looks at the shop after each. */
function play(campaign: Campaign, day: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) {
  let shop: Shop = { stock: fullStock(campaign), coupons: [] }
  const seen = [shop]
  for (const [i, { memberId, facts: member, wish }] of day.entries()) {
    const held = shop.coupons.filter((coupon) => coupon.memberId === memberId)
    const unused = held.find((coupon) => coupon.state === 'claimed') ?? null
    const old = wish === 'upgrade' ? unused : null
    if (wish === 'use' && unused) shop = { ...shop, coupons: replaced(shop, { ...unused, state: 'used' }) }
    if (wish === 'use' || (wish === 'upgrade' && !old)) continue
    const seat = old
      ? decideUpgrade(campaign, member, old, shop.stock, NOW)
      : chooseTier(campaign, member, held, shop.stock, NOW)
    if (!seat.ok) continue
    const tier = campaign.tiers.find(({ rank }) => rank === seat.value.rank)!
    const { groupId } = seat.value
    const minting = { id: `c${i}`, memberId, claimedAt: NOW, groupId, upgradedFrom: old?.id ?? null }
    shop = {
      stock: takeSeat(campaign, shop.stock, seat.value, old && seatOf(old)),
      coupons: [
        ...(old ? replaced(shop, { ...old, state: 'upgraded' }) : shop.coupons),
        mint(campaign, tier, minting),
      ],
    }
    seen.push(shop)
  }
  return seen
}

const replaced = ({ coupons }: Shop, coupon: HeldCoupon): HeldCoupon[] =>
  coupons.map((it) => (it.id === coupon.id ? coupon : it))

const day = fc.tuple(campaigns, fc.array(step, { maxLength: 40 }))

describe('a day of claims and upgrades', () => {
  it('never gives out more than the total, a tier or a group has, nor more per member than the limit', () => {
    fc.assert(
      fc.property(day, ([campaign, steps]) => {
        for (const { stock, coupons } of play(campaign, steps)) {
          const out = coupons.filter(countsToLimit)
          const count = (test: (coupon: HeldCoupon) => boolean) => out.filter(test).length
          expect(stock.total).toBe(campaign.totalStock - out.length)
          expect(stock.total).toBeGreaterThanOrEqual(0)
          for (const { rank, stock: own } of campaign.tiers) {
            if (own === null) continue
            expect(stock.byTier[rank]).toBe(own - count((it) => it.tierRank === rank))
            expect(stock.byTier[rank]).toBeGreaterThanOrEqual(0)
          }
          for (const groupId of campaign.stockPerGroup === null ? [] : GROUPS) {
            const left = campaign.stockPerGroup! - count((it) => it.groupId === groupId)
            expect(stock.byGroup[groupId] ?? campaign.stockPerGroup).toBe(left)
            expect(left).toBeGreaterThanOrEqual(0)
          }
          for (const id of MEMBERS)
            expect(count((it) => it.memberId === id)).toBeLessThanOrEqual(campaign.limitPerMember)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('gives only tiers whose gate is open, and no open tier with stock is better', () => {
    fc.assert(
      fc.property(day, facts, ([campaign, steps], member) => {
        const { stock } = play(campaign, steps).at(-1)!
        const seat = chooseTier(campaign, member, [], stock, NOW)
        const tried = qualifiedSeats(campaign, member).find(
          ({ rank, groupId }) =>
            stock.total > 0 &&
            (stock.byTier[rank] ?? 1) > 0 &&
            (groupId === null || (stock.byGroup[groupId] ?? 1) > 0),
        )
        expect(seat.ok ? seat.value : undefined).toEqual(tried)
        if (seat.ok) {
          const tier = campaign.tiers[seat.value.rank - 1]!
          expect(gateState(tier.gate, member).isOpen).toBe(true)
        }
      }),
    )
  })

  it('only ever climbs by an upgrade', () => {
    fc.assert(
      fc.property(day, ([campaign, steps]) => {
        const { coupons } = play(campaign, steps).at(-1)!
        for (const coupon of coupons.filter(({ upgradedFrom }) => upgradedFrom !== null)) {
          const old = coupons.find(({ id }) => id === coupon.upgradedFrom)!
          expect(coupon.tierRank).toBeGreaterThan(old.tierRank)
          expect(old.state).toBe('upgraded')
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('the ladder a member sees', () => {
  it('has one rung to stand on at most, reached ones below it only, and offers what the rules decide', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(NOW, ENDS), ([campaign, steps], nowMs) => {
        const { stock, coupons } = play(campaign, steps).at(-1)!
        const last = steps.at(-1)
        const held = coupons.filter((coupon) => coupon.memberId === last?.memberId)
        const member = last?.facts ?? { netSpend: fen(0), lifecycle: 'active', segmentIds: [], groups: [] }
        const view = ladder(campaign, member, held, stock, nowMs)

        const states = view.rungs.map(({ state }) => state)
        const current = states.indexOf('current')
        expect(states.filter((state) => state === 'current').length).toBeLessThanOrEqual(1)
        expect(states.filter((state) => state === 'next').length).toBeLessThanOrEqual(1)
        for (const [i, state] of states.entries()) expect(state === 'reached').toBe(i < current)
        const offered = view.rungs.filter(({ offer }) => offer !== null)
        expect(offered.map(({ rank }) => rank)).toEqual(
          view.offer.kind === 'none' ? [] : [view.offer.seat.rank],
        )
        for (const rung of offered) {
          expect(['reached', 'current', 'next']).toContain(rung.state)
          expect(rung.missing).toBeNull()
          expect(rung.left).not.toBe(0)
        }
      }),
    )
  })
})
