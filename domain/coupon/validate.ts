import { ok, type Result, refuse } from '../result'
import { notBetterAt } from './better'
import type { CampaignFault } from './faults'
import type { Campaign } from './types'
import { isCount, isMoment, listFaults, tierFaults } from './validate-tier'

export interface CouponLimits {
  /** Buyers a group milestone may ask for; WeChat frowns on larger crowds (platform rule 5.1.8). */
  readonly maxMilestone: number
  /** Steps a staircase can draw. */
  readonly maxTiers: number
}

export const COUPON_LIMITS: CouponLimits = { maxMilestone: 5, maxTiers: 10 }

/** A campaign that may be saved, or everything that is wrong with it, lowest tier first. */
export function validateCampaign(
  campaign: Campaign,
  limits: CouponLimits = COUPON_LIMITS,
): Result<Campaign, readonly CampaignFault[]> {
  const own = campaign.tiers.map((tier, i) => tierFaults(campaign, tier, i + 1, limits.maxMilestone))
  const tiers = own.flatMap((faults, i) => {
    // A rung is compared with the one below only when both are what they claim to be.
    const isSound = [faults, ...own.slice(Math.max(i - 1, 0), i)].every((found) => found.length === 0)
    return i > 0 && isSound ? stepFaults(campaign, i) : faults
  })
  const faults = [
    ...headFaults(campaign),
    ...stockFaults(campaign),
    ...ladderFaults(campaign, limits),
    ...tiers,
  ]
  return faults.length > 0 ? refuse(faults) : ok(campaign)
}

function headFaults({ title, claimFrom, claimUntil, limitPerMember, scope }: Campaign): CampaignFault[] {
  const faults: CampaignFault[] = []
  if (title.trim() === '') faults.push({ code: 'campaign.no_title', tier: null, field: 'title' })
  const moments = { claimFrom, claimUntil }
  for (const field of ['claimFrom', 'claimUntil'] as const) {
    if (!isMoment(moments[field])) faults.push({ code: 'campaign.time_invalid', tier: null, field })
  }
  if (claimFrom >= claimUntil)
    faults.push({ code: 'campaign.window_reversed', tier: null, field: 'claimUntil' })
  if (!isCount(limitPerMember))
    faults.push({ code: 'campaign.count_invalid', tier: null, field: 'limitPerMember' })
  const names =
    scope.kind === 'products' ? scope.productIds : scope.kind === 'categories' ? scope.categoryIds : null
  for (const fault of names ? listFaults(names) : []) {
    faults.push({ code: `campaign.scope_${fault}`, tier: null, field: 'scope' })
  }
  return faults
}

/** A tier's or a group's stock fits into the total; more in sum is fine, the total binds. */
function stockFaults({ totalStock, stockPerGroup, tiers }: Campaign): CampaignFault[] {
  if (!isCount(totalStock)) return [{ code: 'campaign.count_invalid', tier: null, field: 'totalStock' }]
  const faults: CampaignFault[] = []
  if (stockPerGroup !== null && !isCount(stockPerGroup))
    faults.push({ code: 'campaign.count_invalid', tier: null, field: 'stockPerGroup' })
  else if (stockPerGroup !== null && stockPerGroup > totalStock)
    faults.push({ code: 'campaign.stock_over_total', tier: null, field: 'stockPerGroup' })
  const tierSum = tiers.reduce((sum, { stock }) => sum + (stock ?? Number.POSITIVE_INFINITY), 0)
  if (tiers.length > 0 && tierSum < totalStock)
    faults.push({ code: 'campaign.stock_unreachable', tier: null, field: 'totalStock', tierSum })
  return faults
}

function ladderFaults({ tiers }: Campaign, { maxTiers }: CouponLimits): CampaignFault[] {
  if (tiers.length === 0) return [{ code: 'campaign.no_tiers', tier: null, field: 'tiers' }]
  return tiers.length > maxTiers
    ? [{ code: 'campaign.too_many_tiers', tier: null, field: 'tiers', max: maxTiers }]
    : []
}

/**
 * A rung against the one below: sorted by threshold, and better. Next neighbours are enough: each better than
 * the last from its own threshold on, and thresholds never falling, every rung is better than all below it.
 */
function stepFaults({ slot, tiers }: Campaign, i: number): CampaignFault[] {
  const [below, above] = [tiers[i - 1]!, tiers[i]!]
  if (above.threshold < below.threshold)
    return [{ code: 'tier.threshold_unsorted', tier: i + 1, field: 'threshold' }]
  const atFen = notBetterAt(slot, below.off, above)
  return atFen === null ? [] : [{ code: 'tier.not_better', tier: i + 1, field: 'off', atFen }]
}
