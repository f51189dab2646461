import type { Campaign, Tier } from '@domain/coupon/types'
import { validateCampaign } from '@domain/coupon/validate'
import { fen } from '@domain/money'
import { couponOff } from '@domain/pricing/coupon-off'
import * as fc from 'fast-check'
import { aCampaign, aLadder, amountOff, aTier, ENDS, OPENS, rateOff } from './builders'

const faultsOf = (campaign: Campaign) => {
  const result = validateCampaign(campaign)
  return result.ok ? [] : [...result.error]
}
const second = (tier: Partial<Tier>) =>
  aCampaign({ tiers: [aTier(), aTier({ rank: 2, threshold: fen(19_900), off: amountOff(5000), ...tier })] })

describe('a campaign', () => {
  it('with a rising ladder may be saved as it is', () => {
    expect(validateCampaign(aLadder())).toEqual({ ok: true, value: aLadder() })
  })

  it.each<[string, Partial<Campaign>, string, string]>([
    ['no title', { title: ' ' }, 'campaign.no_title', 'title'],
    ['a window that ends before it starts', { claimUntil: OPENS }, 'campaign.window_reversed', 'claimUntil'],
    ['half a millisecond', { claimFrom: OPENS + 0.5 }, 'campaign.time_invalid', 'claimFrom'],
    ['no stock', { totalStock: 0 }, 'campaign.count_invalid', 'totalStock'],
    ['half a coupon', { totalStock: 1.5 }, 'campaign.count_invalid', 'totalStock'],
    ['no stock per group', { stockPerGroup: 0 }, 'campaign.count_invalid', 'stockPerGroup'],
    ['more per group than in all', { stockPerGroup: 101 }, 'campaign.stock_over_total', 'stockPerGroup'],
    ['a limit of none', { limitPerMember: 0 }, 'campaign.count_invalid', 'limitPerMember'],
    ['no tiers', { tiers: [] }, 'campaign.no_tiers', 'tiers'],
    ['an empty scope', { scope: { kind: 'products', productIds: [] } }, 'campaign.scope_empty', 'scope'],
    [
      'a category twice',
      { scope: { kind: 'categories', categoryIds: ['fruit', 'fruit'] } },
      'campaign.scope_repeated',
      'scope',
    ],
  ])('with %s is refused', (_, change, code, field) => {
    expect(faultsOf(aLadder(change))).toEqual([{ code, tier: null, field }])
  })

  it('whose tiers hold fewer copies than it promises is refused, with their sum', () => {
    const campaign = aCampaign({ totalStock: 100, tiers: [aTier({ stock: 99 })] })

    expect(faultsOf(campaign)).toEqual([
      { code: 'campaign.stock_unreachable', tier: null, field: 'totalStock', tierSum: 99 },
    ])
    expect(faultsOf({ ...campaign, tiers: [aTier({ stock: 100 })] })).toEqual([])
  })

  it('with more steps than a staircase can draw is refused', () => {
    const tiers = Array.from({ length: 11 }, (_, i) =>
      aTier({ rank: i + 1, threshold: fen(10_000 * (i + 1)), off: amountOff(100 * (i + 1)) }),
    )

    expect(faultsOf(aCampaign({ tiers }))).toEqual([
      { code: 'campaign.too_many_tiers', tier: null, field: 'tiers', max: 10 },
    ])
  })

  it('names everything that is wrong at once', () => {
    const campaign = aCampaign({ title: '', tiers: [aTier({ off: amountOff(9900), rank: 7 })] })

    expect(faultsOf(campaign).map(({ code, tier }) => [code, tier])).toEqual([
      ['campaign.no_title', null],
      ['tier.rank_wrong', 1],
      ['tier.benefit_not_below_threshold', 1],
    ])
  })
})

describe('a tier', () => {
  it.each<[string, Partial<Tier>, string, string]>([
    ['out of rank', { rank: 3 }, 'tier.rank_wrong', 'rank'],
    ['at half a fen', { threshold: 19_900.5 as Tier['threshold'] }, 'tier.amount_invalid', 'threshold'],
    ['that gives nothing', { off: amountOff(0) }, 'tier.amount_invalid', 'off'],
    ['that gives its threshold away', { off: amountOff(19_900) }, 'tier.benefit_not_below_threshold', 'off'],
    ['that gives all', { off: rateOff(10_000, 90_000) }, 'tier.rate_invalid', 'off'],
    ['at a rate of nothing', { off: rateOff(0, 90_000) }, 'tier.rate_invalid', 'off'],
    ['at a rate without a cap', { off: rateOff(3000, null) }, 'tier.cap_missing', 'off'],
    ['at a rate capped at nothing', { off: rateOff(3000, 0) }, 'tier.amount_invalid', 'off'],
    ['below the one before', { threshold: fen(9800) }, 'tier.threshold_unsorted', 'threshold'],
    ['with more stock than the campaign', { stock: 101 }, 'tier.stock_over_total', 'stock'],
    ['with no stock', { stock: 0 }, 'tier.count_invalid', 'stock'],
    ['valid for no day', { validity: { kind: 'days', days: 0 } }, 'tier.validity_invalid', 'validity'],
    ['valid for years', { validity: { kind: 'days', days: 367 } }, 'tier.validity_invalid', 'validity'],
    [
      'valid backwards',
      { validity: { kind: 'fixed', from: ENDS, until: OPENS } },
      'tier.validity_reversed',
      'validity',
    ],
    [
      'that is dead before the last claim',
      { validity: { kind: 'fixed', from: OPENS, until: ENDS - 1 } },
      'tier.validity_ends_before_claims',
      'validity',
    ],
    ['for no stage of life', { gate: { kind: 'lifecycle', stages: [] } }, 'tier.gate_empty', 'gate'],
    ['for a nameless segment', { gate: { kind: 'segment', segmentId: '' } }, 'tier.gate_empty', 'gate'],
    ['for a group twice', { gate: { kind: 'groups', groupIds: ['a', 'a'] } }, 'tier.gate_repeated', 'gate'],
    ['for half a buyer', { gate: { kind: 'milestone', buyers: 0.5 } }, 'tier.milestone_invalid', 'gate'],
  ])('%s is refused by its place and field', (_, change, code, field) => {
    expect(faultsOf(second(change))).toEqual([{ code, tier: 2, field }])
  })

  it('no better than the one below is refused, with an amount that shows it', () => {
    expect(faultsOf(second({ off: amountOff(1000) }))).toEqual([
      { code: 'tier.not_better', tier: 2, field: 'off', atFen: 19_900 },
    ])
  })

  it('may share the threshold of the one below, for other members', () => {
    expect(faultsOf(second({ threshold: fen(9900), gate: { kind: 'level', from: 'gold' } }))).toEqual([])
  })

  it('may ask five buyers of a group, and more only where a setting says so', () => {
    const campaign = second({ gate: { kind: 'milestone', buyers: 6 } })

    expect(faultsOf(second({ gate: { kind: 'milestone', buyers: 5 } }))).toEqual([])
    expect(faultsOf(campaign)).toEqual([{ code: 'tier.milestone_too_high', tier: 2, field: 'gate', max: 5 }])
    expect(validateCampaign(campaign, { maxMilestone: 8, maxTiers: 10 }).ok).toBe(true)
  })

  it('on freight may ask no threshold, for it takes no more than the freight', () => {
    const free = aTier({ threshold: fen(0), off: amountOff(1200) })

    expect(faultsOf(aCampaign({ slot: 'freight', tiers: [free] }))).toEqual([])
    expect(faultsOf(aCampaign({ slot: 'goods', tiers: [free] }))[0]?.code).toBe(
      'tier.benefit_not_below_threshold',
    )
  })
})

describe('a ladder that may be saved', () => {
  const off = fc.oneof(
    fc.integer({ min: 1, max: 30_000 }).map(amountOff),
    fc
      .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 30_000 }))
      .map(([bps, cap]) => rateOff(bps, cap)),
  )
  const tiers = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 50_000 }), off), { minLength: 2, maxLength: 3 })
    .map((steps) => steps.map(([at, benefit], i) => aTier({ rank: i + 1, threshold: fen(at), off: benefit })))

  it('gives every cart strictly more on every higher rung it reaches, and never the cart itself', () => {
    let seen = 0
    fc.assert(
      fc.property(tiers, fc.nat(100_000), (rungs, more) => {
        if (faultsOf(aCampaign({ tiers: rungs })).length > 0) return
        seen += 1
        for (const [i, rung] of rungs.entries()) {
          const amount = fen(rung.threshold + more)
          const given = rungs.slice(0, i + 1).map((tier) => {
            const coupon = { id: 'c', slot: 'goods' as const, lineIds: null, ...tier }
            const result = couponOff(coupon, [{ lineId: 'a', amount }], fen(0))
            return result.ok ? result.value : 0
          })
          expect([...new Set(given)].sort((a, b) => a - b)).toEqual(given)
          expect(Math.max(...given)).toBeLessThan(amount)
        }
      }),
      { numRuns: 3000 },
    )
    expect(seen).toBeGreaterThan(100)
  })
})
