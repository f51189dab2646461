import {
  type CampaignPhase,
  type ClaimRefusal,
  chooseTier,
  copiesOf,
  decideUpgrade,
  phaseOf,
  seatOf,
} from './claim'
import { type HeldCoupon, stateAt } from './coupon'
import type { GateFacts, Missing } from './gate'
import { leftOfGroup, leftOfTier, type Seat, standings, type TierStanding } from './stock'
import type { Campaign, StockLeft, Tier } from './types'

/**
 * reached: below where the member stands · current: where they stand, by what they hold, else by what is theirs
 * to claim · next: the rung to take next · locked: later · sold_out, not_yet, ended: no way up there now.
 */
export type RungState = 'reached' | 'current' | 'next' | 'locked' | 'sold_out' | 'not_yet' | 'ended'

export interface Rung {
  readonly rank: number
  readonly tier: Tier
  readonly state: RungState
  /** What its gate still asks of the member; null where it is open or climbed already. */
  readonly missing: Missing | null
  /** What a tap on it does now. At most one rung has an offer; with several copies it may be a reached one. */
  readonly offer: 'claim' | 'upgrade' | null
  /** Copies left to the member: the least of the tier's, the group's and, to claim, the total stock. null: no bound. */
  readonly left: number | null
}

/** The one thing to do, or why there is none. */
export type Offer =
  | { readonly kind: 'claim'; readonly seat: Seat }
  | { readonly kind: 'upgrade'; readonly seat: Seat; readonly couponId: string }
  | { readonly kind: 'none'; readonly refusal: ClaimRefusal }

export interface LadderView {
  readonly phase: CampaignPhase
  /** What drives the ladder, for its heading: the kind of its gates, or `mixed`. */
  readonly kind: LadderKind
  /** Lowest first. */
  readonly rungs: readonly Rung[]
  readonly offer: Offer
}

export type LadderKind = Tier['gate']['kind'] | 'mixed'

/** The kind of a ladder is the kind of its gates, open ones apart: it is never stored, so it is never wrong. */
export function ladderKind(campaign: Pick<Campaign, 'tiers'>): LadderKind {
  const [first, ...others] = new Set(
    campaign.tiers.map(({ gate }) => gate.kind).filter((kind) => kind !== 'anyone'),
  )
  return others.length > 0 ? 'mixed' : (first ?? 'anyone')
}

/** The whole ladder as one member sees it. `held`: every copy of the campaign the member ever had. */
export function ladder(
  campaign: Campaign,
  facts: GateFacts,
  held: readonly HeldCoupon[],
  stock: StockLeft,
  nowMs: number,
): LadderView {
  const phase = phaseOf(campaign, nowMs)
  const copies = copiesOf(campaign, held)
  const offer = offerOf(campaign, facts, copies, stock, nowMs)
  const offered = offer.kind === 'none' ? null : offer.seat.rank
  const heldRank = Math.max(0, ...copies.map(({ tierRank }) => tierRank))
  const standing = heldRank > 0 ? heldRank : (offered ?? 0)
  // Who may claim afresh sees the stock of a claim; who can only climb, that of an upgrade.
  const leaving = offer.kind === 'claim' ? null : climberFor(offer, copies, nowMs)
  const tiers = standings(campaign, facts, stock, leaving && seatOf(leaving))
  const isAhead = ({ tier, isSoldOut }: TierStanding) => tier.rank > standing && !isSoldOut
  const next = offered !== null && offered > standing ? offered : (tiers.find(isAhead)?.tier.rank ?? null)
  const rungs = tiers.map((place): Rung => {
    const { tier, gate } = place
    const isClimbed = tier.rank <= standing
    return {
      rank: tier.rank,
      tier,
      state: rungState(place, phase, standing, next),
      missing: isClimbed || gate.isOpen ? null : gate.missing,
      offer: offer.kind !== 'none' && offered === tier.rank ? offer.kind : null,
      left: leftOf(campaign, place, facts, stock, leaving !== null),
    }
  })
  return { phase, kind: ladderKind(campaign), rungs, offer }
}

function rungState(
  { tier, isSoldOut }: TierStanding,
  phase: CampaignPhase,
  standing: number,
  next: number | null,
): RungState {
  if (tier.rank < standing) return 'reached'
  if (tier.rank === standing) return 'current'
  if (phase === 'not_yet' || phase === 'ended') return phase
  if (isSoldOut) return 'sold_out'
  return tier.rank === next ? 'next' : 'locked'
}

function leftOf(
  campaign: Campaign,
  { tier, seat }: TierStanding,
  facts: GateFacts,
  stock: StockLeft,
  isUpgrade: boolean,
): number | null {
  const groupId = seat ? seat.groupId : (facts.groups[0]?.groupId ?? null)
  const own = Math.min(leftOfTier(tier, stock), leftOfGroup(campaign, groupId, stock))
  const left = isUpgrade ? own : Math.min(own, stock.total)
  return Number.isFinite(left) ? left : null
}

/** The unused copies an upgrade may end: the lowest gains most, then the one that ends first. */
const climbers = (copies: readonly HeldCoupon[], nowMs: number): HeldCoupon[] =>
  copies
    .filter((coupon) => stateAt(coupon, nowMs) === 'claimed')
    .sort((a, b) => a.tierRank - b.tierRank || a.validUntil - b.validUntil || (a.id < b.id ? -1 : 1))

const climberFor = (offer: Offer, copies: readonly HeldCoupon[], nowMs: number): HeldCoupon | null =>
  climbers(copies, nowMs).find(({ id }) => offer.kind !== 'upgrade' || id === offer.couponId) ?? null

/** A further copy before a better one: it costs the member nothing. */
function offerOf(
  campaign: Campaign,
  facts: GateFacts,
  copies: readonly HeldCoupon[],
  stock: StockLeft,
  nowMs: number,
): Offer {
  const claim = chooseTier(campaign, facts, copies, stock, nowMs)
  if (claim.ok) return { kind: 'claim', seat: claim.value }
  const upgrades = climbers(copies, nowMs).map((coupon) => ({
    couponId: coupon.id,
    answer: decideUpgrade(campaign, facts, coupon, stock, nowMs),
  }))
  for (const { couponId, answer } of upgrades) {
    if (answer.ok) return { kind: 'upgrade', seat: answer.value, couponId }
  }
  const first = upgrades[0]?.answer ?? claim
  return { kind: 'none', refusal: first.ok ? claim.error : first.error }
}
