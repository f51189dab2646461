import { chooseTier, phaseOf } from '@domain/coupon/claim'
import { qualifiedSeats } from '@domain/coupon/stock'
import { fen } from '@domain/money'
import { aCampaign, aHeld, aLadder, aMember, aStock, aTier, ENDS, inGroup, NOW, OPENS } from './builders'

const silver = aMember({ netSpend: fen(60_000) })
const seat = (rank: number, groupId: string | null = null) => ({ ok: true, value: { rank, groupId } })
const refused = (error: object) => ({ ok: false, error })

describe('a campaign by the clock', () => {
  it.each([
    ['before its window', {}, OPENS - 1, 'not_yet'],
    ['from its first moment', {}, OPENS, 'running'],
    ['until just before its end', {}, ENDS - 1, 'running'],
    ['at its end', {}, ENDS, 'ended'],
    ['paused by hand', { status: 'paused' as const }, NOW, 'paused'],
    ['ended by hand', { status: 'ended' as const }, NOW, 'ended'],
    ['paused before it began', { status: 'paused' as const }, OPENS - 1, 'not_yet'],
  ])('%s', (_, change, at, phase) => {
    expect(phaseOf(aCampaign(change), at)).toBe(phase)
  })
})

describe('a claim', () => {
  const campaign = aLadder()
  const stock = aStock(campaign)

  it('gives the best tier the member qualifies for', () => {
    expect(chooseTier(campaign, aMember(), [], stock, NOW)).toEqual(seat(1))
    expect(chooseTier(campaign, silver, [], stock, NOW)).toEqual(seat(2))
    expect(chooseTier(campaign, aMember({ groups: [inGroup('spring', 3)] }), [], stock, NOW)).toEqual(
      seat(3, 'spring'),
    )
  })

  it('gives the best tier that still has stock', () => {
    const scarce = aLadder({ tiers: campaign.tiers.map((tier) => ({ ...tier, stock: 100 })) })

    expect(chooseTier(scarce, silver, [], aStock(scarce, { byTier: { 1: 5, 2: 0, 3: 9 } }), NOW)).toEqual(
      seat(1),
    )
  })

  it('is refused with the moment it opens, as paused, or as ended', () => {
    expect(chooseTier(campaign, silver, [], stock, OPENS - 1)).toEqual(
      refused({ code: 'claim.not_yet', opensAt: OPENS }),
    )
    expect(chooseTier(campaign, silver, [], stock, ENDS)).toEqual(refused({ code: 'claim.ended' }))
    expect(chooseTier({ ...campaign, status: 'paused' }, silver, [], stock, NOW)).toEqual(
      refused({ code: 'claim.paused' }),
    )
  })

  it.each(['claimed', 'reserved', 'used', 'expired'] as const)('fills the limit while %s', (state) => {
    expect(chooseTier(campaign, silver, [aHeld({ state })], stock, NOW)).toEqual(
      refused({ code: 'claim.limit_reached', limit: 1 }),
    )
  })

  it('counts an upgraded copy and its successor once, and other campaigns not at all', () => {
    const two = aLadder({ limitPerMember: 2 })
    const held = [
      aHeld({ id: 'old', state: 'upgraded' }),
      aHeld({ id: 'new', upgradedFrom: 'old' }),
      aHeld({ id: 'other', campaignId: 'winter' }),
    ]

    expect(chooseTier(two, silver, held, stock, NOW)).toEqual(seat(2))
  })

  it('is sold out when the total is, whatever the tiers hold', () => {
    expect(chooseTier(campaign, silver, [], aStock(campaign, { total: 0 }), NOW)).toEqual(
      refused({ code: 'claim.sold_out' }),
    )
  })

  it('tells a member who qualifies for nothing what the lowest open tier takes', () => {
    const drop = aCampaign({
      tiers: [
        aTier({ stock: 3, gate: { kind: 'groups', groupIds: ['spring'] } }),
        aTier({ rank: 2, gate: { kind: 'level', from: 'silver' } }),
      ],
    })

    expect(chooseTier(drop, aMember(), [], aStock(drop), NOW)).toEqual(
      refused({ code: 'claim.not_qualified', rank: 1, missing: { code: 'group' } }),
    )
    expect(chooseTier(drop, aMember(), [], aStock(drop, { byTier: { 1: 0 } }), NOW)).toEqual(
      refused({
        code: 'claim.not_qualified',
        rank: 2,
        missing: { code: 'level', level: 'silver', needSpendFen: 50_000 },
      }),
    )
  })

  it('counts to the latest proven group that has room', () => {
    const drop = aCampaign({ stockPerGroup: 2 })
    const member = aMember({ groups: [inGroup('spring'), inGroup('lake')] })

    expect(chooseTier(drop, member, [], aStock(drop), NOW)).toEqual(seat(1, 'spring'))
    expect(chooseTier(drop, member, [], aStock(drop, { byGroup: { spring: 0 } }), NOW)).toEqual(
      seat(1, 'lake'),
    )
    expect(chooseTier(drop, member, [], aStock(drop, { byGroup: { spring: 0, lake: 0 } }), NOW)).toEqual(
      refused({ code: 'claim.sold_out' }),
    )
  })

  it('of a member of no proven group draws on the total alone', () => {
    const drop = aCampaign({ stockPerGroup: 2 })

    expect(chooseTier(drop, aMember(), [], aStock(drop, { byGroup: { spring: 0 } }), NOW)).toEqual(seat(1))
  })

  it('may try these seats, best first, where one statement decides', () => {
    const member = aMember({ netSpend: fen(60_000), groups: [inGroup('hill', 1), inGroup('lake', 4)] })

    expect(qualifiedSeats(campaign, member)).toEqual([
      { rank: 3, groupId: 'lake' },
      { rank: 2, groupId: 'hill' },
      { rank: 2, groupId: 'lake' },
      { rank: 1, groupId: 'hill' },
      { rank: 1, groupId: 'lake' },
    ])
  })
})
