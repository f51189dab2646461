import type { LifecycleStage, MemberLevel } from '../member/types'
import type { Fen } from '../money'
import type { CouponOff, CouponSlot } from '../pricing/types'

/** What a coupon may be spent on. Categories are flat, as in the catalogue. */
export type CouponScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'categories'; readonly categoryIds: readonly string[] }
  | { readonly kind: 'products'; readonly productIds: readonly string[] }

/**
 * Who may have a tier. There is no gate about sharing, and none can be written: WeChat forbids rewarded shares
 * (platform rules 5.1 and 5.12), and the facts a gate sees (`GateFacts`) know nothing of shares.
 */
export type Gate =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'lifecycle'; readonly stages: readonly LifecycleStage[] }
  /** This level or a higher one. */
  | { readonly kind: 'level'; readonly from: MemberLevel }
  | { readonly kind: 'segment'; readonly segmentId: string }
  /** A group drop: members proven in one of these groups inside the claim window. */
  | { readonly kind: 'groups'; readonly groupIds: readonly string[] }
  /** Members of a group in which this many members have paid in the campaign. */
  | { readonly kind: 'milestone'; readonly buyers: number }

/** When a copy may be spent. Ends are exclusive everywhere. */
export type Validity =
  | { readonly kind: 'fixed'; readonly from: number; readonly until: number }
  /** Whole days of 24 hours, counted from the claim. */
  | { readonly kind: 'days'; readonly days: number }

/** One rung of a ladder. */
export interface Tier {
  /** 1 is the lowest. */
  readonly rank: number
  /** On the goods in scope, after campaign prices and before coupons. */
  readonly threshold: Fen
  readonly off: CouponOff
  /** Copies of this tier that may be out at once; null: only the total counts. */
  readonly stock: number | null
  readonly validity: Validity
  readonly gate: Gate
}

/** `live` follows the claim window; the others are the manager's hand. What was claimed never changes. */
export type CampaignStatus = 'live' | 'paused' | 'ended'

export interface Campaign {
  readonly id: string
  /** Shown on the coupon; copied into it. */
  readonly title: string
  readonly status: CampaignStatus
  /** Claims are taken from here … */
  readonly claimFrom: number
  /** … until just before here. */
  readonly claimUntil: number
  readonly totalStock: number
  /** Claims each group may make; null: no such bound. Members of no proven group draw on the total alone. */
  readonly stockPerGroup: number | null
  readonly limitPerMember: number
  readonly scope: CouponScope
  readonly slot: CouponSlot
  /** The ladder, lowest rung first. */
  readonly tiers: readonly Tier[]
}

/** What is left of a campaign's stock. */
export interface StockLeft {
  readonly total: number
  /** By rank; tiers without a stock of their own are absent. */
  readonly byTier: Readonly<Record<number, number>>
  /** By group; a group that is absent has its whole `stockPerGroup`. */
  readonly byGroup: Readonly<Record<string, number>>
}
