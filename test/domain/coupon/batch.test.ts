import { type ClaimWish, decideBatch } from '@domain/coupon/batch'
import { ladder } from '@domain/coupon/ladder'
import { isListed, listRank } from '@domain/coupon/shown'
import { fullStock } from '@domain/coupon/stock'
import * as fc from 'fast-check'
import { aCampaign, aHeld, aLadder, aMember, amountOff, aTier, inGroup, NOW } from './builders'

let n = 0
const aWish = (wish: Partial<ClaimWish> = {}): ClaimWish => ({
  memberId: 'member',
  requestId: `tap-${++n}`,
  upgradeOf: null,
  nowMs: NOW,
  newId: `coupon-${n}`,
  ...wish,
})
const anybody = () => aMember()

describe('a batch of claims', () => {
  it('is decided one after another: the last copy goes to whoever came first', () => {
    const campaign = aCampaign({ totalStock: 1 })
    const wishes = [aWish({ memberId: 'an' }), aWish({ memberId: 'bo' })]

    const { answers, made, stock } = decideBatch(campaign, wishes, anybody, [], fullStock(campaign))

    expect(answers.map(({ ok }) => ok)).toEqual([true, false])
    expect(made).toHaveLength(1)
    expect(stock.total).toBe(0)
  })

  it('makes one copy of one tap that arrives twice', () => {
    const campaign = aCampaign({ limitPerMember: 2 })
    const wish = aWish()

    const { answers, made } = decideBatch(
      campaign,
      [wish, { ...wish, newId: 'another' }],
      anybody,
      [],
      fullStock(campaign),
    )

    expect(made).toHaveLength(1)
    expect(answers[1]).toEqual(answers[0])
  })

  it('ends the old copy of an upgrade once', () => {
    const campaign = aLadder()
    const old = aHeld({ campaignId: campaign.id, tierRank: 1 })
    const facts = () => aMember({ groups: [inGroup('spring', 3)] })
    const wishes = [aWish({ upgradeOf: old.id }), aWish({ upgradeOf: old.id })]
    const kept = [{ coupon: old, requestId: 'first' }]

    const { answers, made, ended, stock } = decideBatch(campaign, wishes, facts, kept, fullStock(campaign))

    expect(made.map(({ coupon }) => [coupon.tierRank, coupon.upgradedFrom])).toEqual([[3, old.id]])
    expect(ended).toEqual([{ id: old.id, at: NOW }])
    expect(answers[1]).toEqual({ ok: false, error: { code: 'claim.coupon_not_unused', state: 'upgraded' } })
    expect(stock.total).toBe(fullStock(campaign).total)
  })

  it('never gives more than there is, nor more to a member than the limit', () => {
    const members = ['an', 'bo', 'cy', 'di']
    const rush = fc.array(fc.record({ memberId: fc.constantFrom(...members), tap: fc.nat(5) }), {
      maxLength: 40,
    })

    fc.assert(
      fc.property(
        rush,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 3 }),
        (taps, total, limit) => {
          const campaign = aCampaign({ totalStock: total, limitPerMember: limit })
          const wishes = taps.map(({ memberId, tap }) => aWish({ memberId, requestId: `${memberId}-${tap}` }))

          const { made, stock } = decideBatch(campaign, wishes, anybody, [], fullStock(campaign))

          expect(stock.total).toBe(total - made.length)
          expect(stock.total).toBeGreaterThanOrEqual(0)
          for (const member of members) {
            expect(made.filter(({ coupon }) => coupon.memberId === member).length).toBeLessThanOrEqual(limit)
          }
        },
      ),
    )
  })
})

describe('a member’s list of campaigns', () => {
  const drop = aCampaign({ tiers: [aTier({ gate: { kind: 'groups', groupIds: ['spring'] } })] })
  const viewOf = (campaign: typeof drop, facts = aMember(), held = [] as ReturnType<typeof aHeld>[]) =>
    ladder(campaign, facts, held, fullStock(campaign), NOW)

  it('keeps a drop for another group to that group', () => {
    expect(isListed(drop, viewOf(drop), NOW)).toBe(false)
    expect(isListed(drop, viewOf(drop, aMember({ groups: [inGroup('spring')] })), NOW)).toBe(true)
  })

  it('shows what one may still reach, and nothing that is over or paused', () => {
    const gold = aCampaign({ tiers: [aTier({ gate: { kind: 'level', from: 'gold' } })] })
    const over = aCampaign({ status: 'ended' })
    const paused = aCampaign({ status: 'paused' })

    expect([gold, over, paused].map((campaign) => isListed(campaign, viewOf(campaign), NOW))).toEqual([
      true,
      false,
      false,
    ])
  })

  it('puts what can be claimed before what is held, and that before what is out of reach', () => {
    const gold = aCampaign({ tiers: [aTier({ gate: { kind: 'level', from: 'gold' } })] })
    const mine = aCampaign({ tiers: [aTier({ off: amountOff(500) })] })
    const held = viewOf(mine, aMember(), [aHeld({ campaignId: mine.id })])

    expect([viewOf(mine), held, viewOf(gold)].map(listRank)).toEqual([0, 2, 3])
  })
})
