import type { Fen } from '../money'

/** One SKU in the cart, priced by the catalogue. `lineId` is unique in the cart and orders ties: see `quote`. */
export interface PricedLine {
  readonly lineId: string
  readonly skuId: string
  readonly unitPrice: Fen
  readonly quantity: number
  /** The automatic campaign price in force for this SKU, already evaluated; ignored where it is not cheaper. */
  readonly campaign?: { readonly id: string; readonly unitPrice: Fen } | null
}

export type CouponSlot = 'goods' | 'freight'

/** What a coupon takes off: a fixed amount, or ten-thousandths with an optional cap (8.8折 is `offBps: 1200`). */
export type CouponOff =
  | { readonly kind: 'amount'; readonly amountOff: Fen }
  | { readonly kind: 'rate'; readonly offBps: number; readonly capFen: Fen | null }

/** A claimed coupon as the price sequence sees it: gates, validity and ownership are settled before. */
export interface CouponBenefit {
  readonly id: string
  readonly slot: CouponSlot
  /** Lines in scope; null means every line. Scope carries the threshold for both slots. */
  readonly lineIds: readonly string[] | null
  /** Measured on the lines in scope after campaign prices, before coupons. 0 for none. */
  readonly threshold: Fen
  readonly off: CouponOff
}

export interface FreightRule {
  readonly fee: Fen
  /** Free when the goods, before coupons, reach this; null for never. */
  readonly freeOver: Fen | null
}

/** Areas are GB/T 2260 codes by prefix: "44" a province, "4403" a city, "440305" a district. The longest wins. */
export interface FreightArea {
  readonly codes: readonly string[]
  /** null: we do not deliver there. */
  readonly rule: FreightRule | null
}

export interface FreightTemplate {
  readonly id: string
  /** For everywhere not named below; null delivers only to the areas named. */
  readonly elsewhere: FreightRule | null
  readonly areas: readonly FreightArea[]
}

export interface QuoteInput {
  readonly lines: readonly PricedLine[]
  readonly goodsCoupon: CouponBenefit | null
  readonly freightCoupon: CouponBenefit | null
  readonly freight: FreightTemplate
  /** Area code of the address; null while none is chosen: freight is then an estimate by `elsewhere`. */
  readonly areaCode: string | null
}

export interface QuoteLine {
  readonly lineId: string
  readonly skuId: string
  readonly quantity: number
  /** Catalogue price of one. */
  readonly unitPrice: Fen
  /** What one costs after the automatic campaign. */
  readonly campaignUnitPrice: Fen
  readonly campaignId: string | null
  /** Catalogue price × quantity. */
  readonly listAmount: Fen
  readonly campaignOff: Fen
  readonly couponOff: Fen
  /** listAmount − campaignOff − couponOff. */
  readonly paid: Fen
  /** Frozen: what each unit cost. Sums to `paid`; refunding unit i gives back unitPaid[i]. */
  readonly unitPaid: readonly Fen[]
}

export interface AppliedCoupon {
  readonly id: string
  readonly off: Fen
}

/** A priced cart. Every amount is final: clients draw it, the order freezes it. */
export interface Quote {
  /** In the order of the cart. */
  readonly lines: readonly QuoteLine[]
  readonly listTotal: Fen
  readonly campaignOff: Fen
  /** Goods after campaign prices, before coupons: what thresholds and free-over look at. */
  readonly goodsTotal: Fen
  readonly goodsCoupon: AppliedCoupon | null
  readonly goodsPaid: Fen
  readonly freightFee: Fen
  readonly freightCoupon: AppliedCoupon | null
  readonly freightPaid: Fen
  /** What is still missing for free freight; null where nothing can make it free or it is free already. */
  readonly freightFreeShortBy: Fen | null
  /** True while no address is known. */
  readonly isFreightEstimate: boolean
  /** goodsPaid + freightPaid, never below 1 fen. */
  readonly payable: Fen
  /** campaignOff + both coupons. */
  readonly saved: Fen
}

export type CouponRefusal =
  | { readonly code: 'coupon.below_threshold'; readonly couponId: string; readonly shortBy: Fen }
  | { readonly code: 'coupon.nothing_in_scope'; readonly couponId: string }
  | { readonly code: 'coupon.nothing_to_reduce'; readonly couponId: string }
  | { readonly code: 'coupon.wrong_slot'; readonly couponId: string }

export type QuoteError =
  | { readonly code: 'quote.empty' }
  | { readonly code: 'quote.line_repeated'; readonly lineId: string }
  | { readonly code: 'quote.quantity_invalid'; readonly lineId: string; readonly quantity: number }
  | { readonly code: 'quote.price_invalid'; readonly lineId: string }
  | { readonly code: 'quote.too_large' }
  | { readonly code: 'freight.not_delivered'; readonly areaCode: string | null }
  | CouponRefusal
