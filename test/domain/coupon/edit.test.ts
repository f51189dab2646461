import { CAMPAIGN_FLOW, type CampaignEvent, nextStatus } from '@domain/coupon/campaign-flow'
import { editFaults, stockAfterEdit } from '@domain/coupon/edit'
import { fullStock } from '@domain/coupon/stock'
import type { Campaign, CampaignStatus } from '@domain/coupon/types'
import { DAY_MS } from '@domain/shop-time'
import { aCampaign, aLadder, amountOff, aTier } from './builders'

const codes = (before: Campaign, change: Partial<Campaign>, isClaimed = true) =>
  editFaults(before, { ...before, ...change }, isClaimed).map(
    ({ code, field, tier }) => `${code} ${tier ?? ''}${field}`,
  )

describe('an edit of a campaign', () => {
  it('may change everything before the first claim', () => {
    const change = { totalStock: 1, slot: 'freight' as const, tiers: [aTier({ off: amountOff(5) })] }

    expect(codes(aLadder(), change, false)).toEqual([])
  })

  it('may afterwards add to what is there: title, stock, limit, a later end', () => {
    const before = aLadder({ stockPerGroup: 3 })

    expect(
      codes(before, {
        title: '新名字',
        totalStock: 200,
        stockPerGroup: null,
        limitPerMember: 2,
        claimUntil: before.claimUntil + DAY_MS,
      }),
    ).toEqual([])
  })

  it.each<[string, Partial<Campaign>, string]>([
    ['an earlier end', { claimUntil: aLadder().claimUntil - 1 }, 'edit.only_later claimUntil'],
    ['another beginning', { claimFrom: 0 }, 'edit.frozen claimFrom'],
    ['less stock', { totalStock: 99 }, 'edit.only_up totalStock'],
    ['a bound per group where there was none', { stockPerGroup: 5 }, 'edit.only_up stockPerGroup'],
    ['a lower limit', { limitPerMember: 0 }, 'edit.only_up limitPerMember'],
    ['another scope', { scope: { kind: 'categories', categoryIds: ['fruit'] } }, 'edit.frozen scope'],
    ['another slot', { slot: 'freight' }, 'edit.frozen slot'],
    ['a rung less', { tiers: aLadder().tiers.slice(0, 2) }, 'edit.frozen tiers'],
    [
      'a smaller benefit',
      { tiers: aLadder().tiers.map((tier) => (tier.rank === 2 ? { ...tier, off: amountOff(1) } : tier)) },
      'edit.frozen 2off',
    ],
    [
      'a bound on a rung that had none',
      { tiers: aLadder().tiers.map((tier) => (tier.rank === 1 ? { ...tier, stock: 5 } : tier)) },
      'edit.only_up 1stock',
    ],
  ])('refuses %s once something was claimed', (_what, change, code) => {
    expect(codes(aLadder(), change)).toEqual([code])
  })

  it('does not mind in which order the database keeps a rung’s keys', () => {
    const before = aCampaign()
    const tiers = before.tiers.map(({ gate, validity, stock, off, threshold, rank }) => ({
      gate,
      validity,
      stock,
      off,
      threshold,
      rank,
    }))

    expect(codes(before, { tiers })).toEqual([])
  })

  it('changes nothing of a campaign that has ended', () => {
    expect(codes(aLadder({ status: 'ended' }), { totalStock: 1000 }, false)).toEqual(['edit.ended status'])
  })
})

describe('the stock after an edit', () => {
  it('grows by what was added, of every bound', () => {
    const before = aCampaign({ totalStock: 100, stockPerGroup: 5, tiers: [aTier({ stock: 100 })] })
    const after = { ...before, totalStock: 110, stockPerGroup: 7, tiers: [aTier({ stock: 104 })] }
    const left = { total: 40, byTier: { 1: 40 }, byGroup: { spring: 0 } }

    expect(stockAfterEdit(before, after, left, true)).toEqual({
      total: 50,
      byTier: { 1: 44 },
      byGroup: { spring: 2 },
    })
  })

  it('loses a bound that was given up', () => {
    const before = aCampaign({ stockPerGroup: 5, tiers: [aTier({ stock: 100 })] })
    const after = { ...before, stockPerGroup: null, tiers: [aTier()] }
    const left = { total: 40, byTier: { 1: 40 }, byGroup: { spring: 0 } }

    expect(stockAfterEdit(before, after, left, true)).toEqual({ total: 40, byTier: {}, byGroup: {} })
  })

  it('is whole again before the first claim', () => {
    const after = aCampaign({ totalStock: 7 })

    expect(stockAfterEdit(aCampaign(), after, { total: 100, byTier: {}, byGroup: {} }, false)).toEqual(
      fullStock(after),
    )
  })
})

describe('a manager’s hand', () => {
  const moves = Object.entries(CAMPAIGN_FLOW).flatMap(([status, events]) =>
    Object.entries(events).map(
      ([event, to]) => [status, event, to] as [CampaignStatus, CampaignEvent, string],
    ),
  )

  it.each(moves)('moves a %s campaign by %s to %s', (status, event, to) => {
    expect(nextStatus(status, event)).toEqual({ ok: true, value: to })
  })

  it.each(['pause', 'resume', 'end'] as const)('cannot %s what has ended', (event) => {
    expect(nextStatus('ended', event)).toEqual({
      ok: false,
      error: { code: 'campaign.state_refused', status: 'ended', event },
    })
  })
})
