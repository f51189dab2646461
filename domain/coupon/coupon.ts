import type { Fen } from '../money'
import type { CouponOff, CouponSlot } from '../pricing/types'
import { DAY_MS } from '../shop-time'
import type { CouponState } from './flow'
import type { Campaign, CouponScope, Tier, Validity } from './types'

/**
 * The copy a member claimed. It never changes: all that prices it is in it, so that later edits of the campaign
 * touch nothing already claimed. An upgrade ends one copy and makes another.
 */
export interface CouponSnapshot {
  readonly id: string
  readonly memberId: string
  readonly campaignId: string
  readonly title: string
  readonly tierRank: number
  readonly slot: CouponSlot
  readonly scope: CouponScope
  readonly threshold: Fen
  readonly off: CouponOff
  readonly claimedAt: number
  readonly validFrom: number
  /** Exclusive. */
  readonly validUntil: number
  /** The group whose stock the claim counts to; null for members of no proven group. */
  readonly groupId: string | null
  /** The copy that ended when this one was made. */
  readonly upgradedFrom: string | null
}

/** A copy and where it is in its life. */
export interface HeldCoupon extends CouponSnapshot {
  readonly state: CouponState
  /** The order that holds or used it. */
  readonly orderId: string | null
}

/** Which copy of which tier is made for whom. */
export interface Minting {
  readonly id: string
  readonly memberId: string
  readonly claimedAt: number
  readonly groupId: string | null
  readonly upgradedFrom: string | null
}

/** A fresh copy of a tier. Its validity starts with this claim or upgrade. */
export function mint(campaign: Campaign, tier: Tier, minting: Minting): HeldCoupon {
  return {
    ...minting,
    ...span(tier.validity, minting.claimedAt),
    campaignId: campaign.id,
    title: campaign.title,
    tierRank: tier.rank,
    slot: campaign.slot,
    scope: campaign.scope,
    threshold: tier.threshold,
    off: tier.off,
    state: 'claimed',
    orderId: null,
  }
}

function span(validity: Validity, claimedAt: number): Pick<CouponSnapshot, 'validFrom' | 'validUntil'> {
  return validity.kind === 'fixed'
    ? { validFrom: validity.from, validUntil: validity.until }
    : { validFrom: claimedAt, validUntil: claimedAt + validity.days * DAY_MS }
}

type Aging = Pick<HeldCoupon, 'state' | 'validUntil'>

/** The state by the clock: an unused copy is expired from its last moment on, whether or not a job wrote so. */
export const stateAt = (coupon: Aging, nowMs: number): CouponState =>
  coupon.state === 'claimed' && nowMs >= coupon.validUntil ? 'expired' : coupon.state

/** How long before its end a coupon is shown as ending, and a member may be told. */
export const EXPIRY_NOTICE_MS = 3 * DAY_MS

/** True for an unused copy in its last days. */
export const isExpiringSoon = (coupon: Aging, nowMs: number): boolean =>
  stateAt(coupon, nowMs) === 'claimed' && coupon.validUntil - nowMs <= EXPIRY_NOTICE_MS

/** Copies that fill the member's limit: every claim, once. What an upgrade ended lives on in its successor. */
export const countsToLimit = (coupon: Pick<HeldCoupon, 'state'>): boolean => coupon.state !== 'upgraded'
