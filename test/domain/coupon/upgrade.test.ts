import { decideUpgrade } from '@domain/coupon/claim'
import { mint } from '@domain/coupon/coupon'
import { fen } from '@domain/money'
import { DAY_MS } from '@domain/shop-time'
import { aHeld, aLadder, aMember, aStock, ENDS, inGroup, NOW } from './builders'

const silver = aMember({ netSpend: fen(60_000) })
const seat = (rank: number, groupId: string | null = null) => ({ ok: true, value: { rank, groupId } })
const refused = (error: object) => ({ ok: false, error })

describe('an upgrade', () => {
  const campaign = aLadder()
  const stock = aStock(campaign)
  const coupon = aHeld()

  it('takes an unused copy to the best higher tier that opened', () => {
    expect(decideUpgrade(campaign, silver, coupon, stock, NOW)).toEqual(seat(2))
    expect(decideUpgrade(campaign, aMember({ groups: [inGroup('spring', 3)] }), coupon, stock, NOW)).toEqual(
      seat(3, 'spring'),
    )
  })

  it('needs nothing of the total', () => {
    expect(decideUpgrade(campaign, silver, coupon, aStock(campaign, { total: 0 }), NOW)).toEqual(seat(2))
  })

  it('keeps counting to its group where the higher gate allows, even if that group is out', () => {
    const drop = aLadder({ stockPerGroup: 1 })
    const member = aMember({ netSpend: fen(60_000), groups: [inGroup('lake'), inGroup('spring')] })
    const left = aStock(drop, { byGroup: { spring: 0 } })

    expect(decideUpgrade(drop, member, aHeld({ groupId: 'spring' }), left, NOW)).toEqual(seat(2, 'spring'))
  })

  it.each([
    ['has what is above already', aMember(), { tierRank: 3 }, { code: 'claim.nothing_better' }],
    ['is used', silver, { state: 'used' as const }, { code: 'claim.coupon_not_unused', state: 'used' }],
    [
      'waits for an unpaid order',
      silver,
      { state: 'reserved' as const },
      { code: 'claim.coupon_not_unused', state: 'reserved' },
    ],
    ['has expired', silver, { validUntil: NOW }, { code: 'claim.coupon_not_unused', state: 'expired' }],
    [
      'has no higher tier open',
      aMember({ netSpend: fen(46_200) }),
      {},
      {
        code: 'claim.not_qualified',
        rank: 2,
        missing: { code: 'level', level: 'silver', needSpendFen: 3800 },
      },
    ],
  ])('is refused to a copy that %s', (_, member, change, error) => {
    expect(decideUpgrade(campaign, member, aHeld(change), stock, NOW)).toEqual(refused(error))
  })

  it('is refused when the open higher tier is sold out, or the campaign over or paused', () => {
    const scarce = aLadder({ tiers: campaign.tiers.map((tier) => ({ ...tier, stock: 100 })) })
    const none = aStock(scarce, { byTier: { 1: 5, 2: 0, 3: 0 } })

    expect(decideUpgrade(scarce, silver, coupon, none, NOW)).toEqual(refused({ code: 'claim.sold_out' }))
    expect(decideUpgrade(campaign, silver, coupon, stock, ENDS)).toEqual(refused({ code: 'claim.ended' }))
    expect(decideUpgrade({ ...campaign, status: 'paused' }, silver, coupon, stock, NOW)).toEqual(
      refused({ code: 'claim.paused' }),
    )
  })

  it('makes a new copy with its own terms and a validity that starts again', () => {
    const better = mint(campaign, campaign.tiers[1]!, {
      id: 'better',
      memberId: 'member',
      claimedAt: NOW,
      groupId: null,
      upgradedFrom: 'coupon',
    })

    expect(better).toMatchObject({
      tierRank: 2,
      threshold: 19_900,
      state: 'claimed',
      orderId: null,
      upgradedFrom: 'coupon',
      validFrom: NOW,
      validUntil: NOW + 10 * DAY_MS,
    })
  })
})
