import { levelRank } from '../member/level'
import { MAX_QUOTE_FEN } from '../pricing/line-price'
import type { CouponOff, CouponSlot } from '../pricing/types'
import type { CampaignFault } from './faults'
import type { Campaign, Gate, Tier } from './types'

/** A coupon valid for longer than a year after its claim is a slip of the pen. */
export const MAX_VALID_DAYS = 366

export const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 1
export const isMoment = (ms: number): boolean => Number.isSafeInteger(ms) && ms >= 0

const isFenFrom = (least: number, amount: number) =>
  Number.isSafeInteger(amount) && amount >= least && amount <= MAX_QUOTE_FEN

/** Faults of a tier by itself; `place` is where it stands on the ladder, from 1. */
export function tierFaults(
  campaign: Pick<Campaign, 'slot' | 'totalStock' | 'claimUntil'>,
  tier: Tier,
  place: number,
  maxMilestone: number,
): CampaignFault[] {
  const faults: CampaignFault[] = []
  if (tier.rank !== place) faults.push({ code: 'tier.rank_wrong', tier: place, field: 'rank' })
  if (!isFenFrom(0, tier.threshold))
    faults.push({ code: 'tier.amount_invalid', tier: place, field: 'threshold' })
  if (tier.stock !== null && !isCount(tier.stock))
    faults.push({ code: 'tier.count_invalid', tier: place, field: 'stock' })
  else if (tier.stock !== null && tier.stock > campaign.totalStock)
    faults.push({ code: 'tier.stock_over_total', tier: place, field: 'stock' })
  return [
    ...faults,
    ...offFaults(campaign.slot, tier, place),
    ...validityFaults(tier, campaign.claimUntil, place),
    ...gateFaults(tier.gate, maxMilestone, place),
  ]
}

/**
 * A benefit is below its threshold: nobody is paid to buy. A rate below 100% is so by itself, and is capped. A
 * freight coupon may ask no threshold at all: what it takes is bounded by the freight.
 */
function offFaults(slot: CouponSlot, { off, threshold }: Tier, tier: number): CampaignFault[] {
  if (!isOffWhole(off)) return [{ code: 'tier.amount_invalid', tier, field: 'off' }]
  if (off.kind === 'amount') {
    const isFree = slot === 'freight' && threshold === 0
    return off.amountOff < threshold || isFree
      ? []
      : [{ code: 'tier.benefit_not_below_threshold', tier, field: 'off' }]
  }
  const faults: CampaignFault[] = []
  if (!isCount(off.offBps) || off.offBps > 9_999)
    faults.push({ code: 'tier.rate_invalid', tier, field: 'off' })
  if (off.capFen === null) faults.push({ code: 'tier.cap_missing', tier, field: 'off' })
  return faults
}

const isOffWhole = (off: CouponOff): boolean =>
  off.kind === 'amount' ? isFenFrom(1, off.amountOff) : off.capFen === null || isFenFrom(1, off.capFen)

function validityFaults({ validity }: Tier, claimUntil: number, tier: number): CampaignFault[] {
  const field = 'validity'
  if (validity.kind === 'days') {
    const isSane = isCount(validity.days) && validity.days <= MAX_VALID_DAYS
    return isSane ? [] : [{ code: 'tier.validity_invalid', tier, field }]
  }
  if (!isMoment(validity.from) || !isMoment(validity.until))
    return [{ code: 'tier.validity_invalid', tier, field }]
  if (validity.from >= validity.until) return [{ code: 'tier.validity_reversed', tier, field }]
  return validity.until < claimUntil ? [{ code: 'tier.validity_ends_before_claims', tier, field }] : []
}

function gateFaults(gate: Gate, maxMilestone: number, tier: number): CampaignFault[] {
  const field = 'gate'
  switch (gate.kind) {
    case 'anyone':
      return []
    case 'level':
      return levelRank(gate.from) >= 0 ? [] : [{ code: 'tier.gate_unknown', tier, field }]
    case 'segment':
      return gate.segmentId.trim() ? [] : [{ code: 'tier.gate_empty', tier, field }]
    case 'lifecycle':
      return listFaults(gate.stages).map((fault) => ({ code: `tier.gate_${fault}`, tier, field }))
    case 'groups':
      return listFaults(gate.groupIds).map((fault) => ({ code: `tier.gate_${fault}`, tier, field }))
    case 'milestone':
      if (!isCount(gate.buyers)) return [{ code: 'tier.milestone_invalid', tier, field }]
      return gate.buyers > maxMilestone
        ? [{ code: 'tier.milestone_too_high', tier, field, max: maxMilestone }]
        : []
  }
}

/** A list that names somebody, and nobody twice. */
export function listFaults(names: readonly string[]): ('empty' | 'repeated')[] {
  if (names.length === 0 || names.some((name) => name.trim() === '')) return ['empty']
  return new Set(names).size < names.length ? ['repeated'] : []
}
