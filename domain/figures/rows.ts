import type { Fen } from '../money'

/**
 * The plain rows figures are defined over. SQL may compute the same numbers faster; tests compare it with this.
 * `staffId` and `groupId` say to whom a row counts, as decided when it was written.
 */
export interface OpenRow {
  readonly touchId: string
  readonly memberId: string
  readonly at: number
  /** Root staff member of the share, else the owner of the proven group at that moment. */
  readonly staffId: string | null
  readonly groupId: string | null
  readonly isSuspect: boolean
}

export interface OrderRow {
  readonly orderId: string
  readonly memberId: string
  readonly createdAt: number
  /** null while unpaid or closed unpaid. */
  readonly paidAt: number | null
  /** Holder of the credit now; null for nobody. */
  readonly staffId: string | null
  /** Frozen at creation. */
  readonly groupId: string | null
  /** Merchandise paid after discounts, freight apart. */
  readonly goodsPaid: Fen
  /** Merchandise given back so far. */
  readonly goodsRefunded: Fen
}

/** A copy of a coupon as it was claimed, whatever became of it. */
export interface ClaimRow {
  readonly couponId: string
  readonly memberId: string
  readonly claimedAt: number
  /** It took the place of an unused copy of a lower tier. */
  readonly isUpgrade: boolean
}

/** Half-open: from ≤ at < until. */
export interface TimeRange {
  readonly from: number
  readonly until: number
}

/** Whose figures; both null is the whole shop. */
export interface FigureScope {
  readonly staffId: string | null
  readonly groupId: string | null
}

/** A rate with what it was made of, so that a screen can write out the fraction. */
export interface Ratio {
  readonly numerator: number
  readonly denominator: number
  /** null where the denominator is 0: nobody came, which is not 0 %. */
  readonly value: number | null
}

export interface Figures {
  readonly opens: number
  readonly uniqueMembers: number
  readonly newMembers: number
  readonly orders: number
  readonly buyers: number
  readonly netSales: Fen
  readonly conversion: Ratio
  /** Fen per order, half up. */
  readonly orderValue: Ratio
  readonly repurchase: Ratio
}
