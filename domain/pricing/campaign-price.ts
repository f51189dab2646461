import { bpsOf, type Fen, fen } from '../money'

/** What an automatic campaign price is for. */
export type PriceTarget =
  | { readonly kind: 'all' }
  | { readonly kind: 'category'; readonly categoryId: string }
  | { readonly kind: 'product'; readonly productId: string }
  | { readonly kind: 'sku'; readonly skuId: string }

/** A fixed price of one piece, or ten-thousandths off the catalogue's: 8.8折 is `offBps: 1200`. */
export type PriceChange =
  | { readonly kind: 'price'; readonly price: Fen }
  | { readonly kind: 'rate'; readonly offBps: number }

/** A dated price that needs no coupon. */
export interface PriceRule {
  readonly id: string
  readonly target: PriceTarget
  readonly change: PriceChange
  readonly from: number
  /** Exclusive. */
  readonly until: number
}

/** The price in force for one SKU, as `priceLines` takes it. */
export interface CampaignPrice {
  readonly id: string
  readonly unitPrice: Fen
}

/** A SKU as its rules see it. */
export interface PricedSku {
  readonly skuId: string
  readonly productId: string
  readonly categoryId: string
  readonly priceFen: Fen
}

function isFor(target: PriceTarget, sku: PricedSku): boolean {
  switch (target.kind) {
    case 'all':
      return true
    case 'category':
      return target.categoryId === sku.categoryId
    case 'product':
      return target.productId === sku.productId
    case 'sku':
      return target.skuId === sku.skuId
  }
}

/** Rates take off rounded down, as coupons do; a piece costs at least 1 fen. */
function changed(price: Fen, change: PriceChange): Fen {
  const asked = change.kind === 'price' ? change.price : price - bpsOf(price, change.offBps, 'down')
  return fen(Math.max(asked, 1))
}

/**
 * The automatic campaign price of a SKU: the lowest in force, the first by id among equals, so that the answer does
 * not depend on the order of the rules. Null where none makes it cheaper: then nothing is crossed out.
 */
export function campaignPriceOf(
  sku: PricedSku,
  rules: readonly PriceRule[],
  nowMs: number,
): CampaignPrice | null {
  let best: CampaignPrice | null = null
  for (const { id, target, change, from, until } of rules) {
    if (nowMs < from || nowMs >= until || !isFor(target, sku)) continue
    const unitPrice = changed(sku.priceFen, change)
    if (unitPrice >= sku.priceFen) continue
    if (!best || unitPrice < best.unitPrice || (unitPrice === best.unitPrice && id < best.id)) {
      best = { id, unitPrice }
    }
  }
  return best
}
