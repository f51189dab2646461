import type { Refusal } from '@contract/errors'
import type { WantedLine } from '@domain/order/limits'
import { areaCodeOf } from '@domain/pricing/area'
import { quote } from '@domain/pricing/quote'
import type { FreightTemplate, Quote, QuoteError } from '@domain/pricing/types'
import { ok, type Result, refuse } from '@domain/result'
import type { SkuRow } from '../catalogue/skus'

/** What a price depends on beside the lines themselves. */
export interface PriceTerms {
  readonly freight: FreightTemplate
  /** Null while no address is chosen: freight is then an estimate. */
  readonly address: { readonly province: string } | null
}

/** The server's price of lines whose SKUs are all known. */
export function priceOf(
  lines: readonly WantedLine[],
  skus: readonly SkuRow[],
  { freight, address }: PriceTerms,
): Result<Quote, Refusal> {
  const prices = new Map(skus.map((sku) => [sku.skuId, sku.priceFen]))
  const priced = quote({
    lines: lines.map(({ skuId, quantity }) => ({
      lineId: skuId,
      skuId,
      quantity,
      unitPrice: prices.get(skuId)!,
    })),
    goodsCoupon: null,
    freightCoupon: null,
    freight,
    areaCode: address && areaCodeOf(address),
  })
  return priced.ok ? ok(priced.value) : refuse(quoteRefusal(priced.error))
}

function quoteRefusal(error: QuoteError): Refusal {
  const { code, ...detail } = error
  switch (code) {
    case 'freight.not_delivered':
      return { code, message: 'The shop does not deliver there.', detail }
    case 'coupon.below_threshold':
    case 'coupon.nothing_in_scope':
    case 'coupon.nothing_to_reduce':
    case 'coupon.wrong_slot':
      return { code: 'coupon.not_usable', message: 'The coupon does not apply here.', detail: error }
    case 'quote.empty':
      return { code: 'order.empty', message: 'Nothing is ordered.', field: '/body/lines' }
    case 'quote.line_repeated':
    case 'quote.quantity_invalid':
    case 'quote.price_invalid':
    case 'quote.too_large':
      return {
        code: 'request.invalid',
        message: 'These lines cannot be priced.',
        field: '/body/lines',
        detail: error,
      }
  }
}
