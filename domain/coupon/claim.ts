import { ok, type Result, refuse } from '../result'
import { countsToLimit, type HeldCoupon, stateAt } from './coupon'
import type { CouponState } from './flow'
import type { GateFacts, Missing } from './gate'
import { type Seat, standings, type TierStanding } from './stock'
import type { Campaign, StockLeft } from './types'

export type CampaignPhase = 'not_yet' | 'running' | 'paused' | 'ended'

/** Why nothing is claimed or upgraded. The old copy, where there is one, stays as it is. */
export type ClaimRefusal =
  | { readonly code: 'claim.not_yet'; readonly opensAt: number }
  | { readonly code: 'claim.ended' }
  | { readonly code: 'claim.paused' }
  | { readonly code: 'claim.limit_reached'; readonly limit: number }
  | { readonly code: 'claim.sold_out' }
  /** The lowest tier that would do, and what it still takes. */
  | { readonly code: 'claim.not_qualified'; readonly rank: number; readonly missing: Missing }
  | { readonly code: 'claim.nothing_better' }
  | { readonly code: 'claim.coupon_not_unused'; readonly state: CouponState }

/** Where a campaign is by the clock and the manager's hand. */
export function phaseOf(campaign: Campaign, nowMs: number): CampaignPhase {
  if (campaign.status === 'ended' || nowMs >= campaign.claimUntil) return 'ended'
  if (nowMs < campaign.claimFrom) return 'not_yet'
  return campaign.status === 'paused' ? 'paused' : 'running'
}

/** A member's copies of one campaign that count: what an upgrade ended lives on in its successor. */
export const copiesOf = (campaign: Campaign, held: readonly HeldCoupon[]): HeldCoupon[] =>
  held.filter((coupon) => coupon.campaignId === campaign.id && countsToLimit(coupon))

/** The best tier the member qualifies for that has stock. `held`: all copies the member ever had of it. */
export function chooseTier(
  campaign: Campaign,
  facts: GateFacts,
  held: readonly HeldCoupon[],
  stock: StockLeft,
  nowMs: number,
): Result<Seat, ClaimRefusal> {
  const closed = closedBy(campaign, nowMs)
  if (closed) return refuse(closed)
  const limit = campaign.limitPerMember
  if (copiesOf(campaign, held).length >= limit) return refuse({ code: 'claim.limit_reached', limit })
  return bestSeat(standings(campaign, facts, stock, null))
}

/**
 * Where an unused copy may climb to: the best higher tier that is open and has stock. The new copy takes that
 * tier's stock and gives back the old one's (`takeSeat`), leaves total and limit alone, and starts its own
 * validity (`mint` with `upgradedFrom`); it counts to the group it counted to where the higher gate allows.
 */
export function decideUpgrade(
  campaign: Campaign,
  facts: GateFacts,
  coupon: HeldCoupon,
  stock: StockLeft,
  nowMs: number,
): Result<Seat, ClaimRefusal> {
  const closed = closedBy(campaign, nowMs)
  if (closed) return refuse(closed)
  const state = stateAt(coupon, nowMs)
  if (state !== 'claimed') return refuse({ code: 'claim.coupon_not_unused', state })
  const above = standings(campaign, facts, stock, seatOf(coupon)).filter(
    ({ tier }) => tier.rank > coupon.tierRank,
  )
  return above.length > 0 ? bestSeat(above) : refuse({ code: 'claim.nothing_better' })
}

/** The stock a copy sits on. */
export const seatOf = (coupon: HeldCoupon): Seat => ({ rank: coupon.tierRank, groupId: coupon.groupId })

function closedBy(campaign: Campaign, nowMs: number): ClaimRefusal | null {
  switch (phaseOf(campaign, nowMs)) {
    case 'not_yet':
      return { code: 'claim.not_yet', opensAt: campaign.claimFrom }
    case 'ended':
      return { code: 'claim.ended' }
    case 'paused':
      return { code: 'claim.paused' }
    case 'running':
      return null
  }
}

function bestSeat(tiers: readonly TierStanding[]): Result<Seat, ClaimRefusal> {
  const best = tiers.findLast(({ seat }) => seat !== null)
  if (best?.seat) return ok(best.seat)
  // An open gate without stock says more than a shut one with stock: nothing the member does would help there.
  if (tiers.some(({ gate }) => gate.isOpen)) return refuse({ code: 'claim.sold_out' })
  for (const { tier, gate, isSoldOut } of tiers) {
    if (!gate.isOpen && !isSoldOut)
      return refuse({ code: 'claim.not_qualified', rank: tier.rank, missing: gate.missing })
  }
  return refuse({ code: 'claim.sold_out' })
}
