import type { Fen } from '../money'

/** A product on sale with what the ranking knows of it. */
export interface FeedProduct {
  readonly id: string
  readonly categoryId: string
  /** Lowest price of its SKUs. */
  readonly priceFen: Fen
  readonly createdAt: number
  readonly isStaffPick: boolean
  /** Units paid in the member's group in the last 30 days; 0 where no group is known. */
  readonly boughtByGroup30d: number
  /** Distinct members of the group who ever paid for it. */
  readonly buyersInGroup: number
  readonly boughtInShop30d: number
}

/** What the member did, for themselves only. */
export interface MemberTaste {
  /** Paid units per category. */
  readonly categoryCounts: Readonly<Record<string, number>>
  /** Middle half of the unit prices they paid; null before the first purchases. */
  readonly priceBand: { readonly low: Fen; readonly high: Fen } | null
}

/** Why an item stands where it stands. True, and never about a single person. */
export type FeedReason =
  | { readonly code: 'group_bought'; readonly count: number }
  | { readonly code: 'shop_bought'; readonly count: number }
  | { readonly code: 'staff_pick' }
  | { readonly code: 'new' }
  | { readonly code: 'category_fit' }

export interface FeedItem {
  readonly id: string
  readonly reason: FeedReason | null
}

export interface FeedRequest {
  readonly products: readonly FeedProduct[]
  /** null for a stranger, and for whoever switched personalisation off. */
  readonly taste: MemberTaste | null
  readonly nowMs: number
  /** Off: popularity only, the same order for everybody. */
  readonly isPersonalised: boolean
}
