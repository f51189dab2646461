import type { Refusal } from '@contract/errors'
import { bestCombination, type Combination, type CombinationError, type Wanted } from '@domain/coupon/best'
import type { HeldCoupon } from '@domain/coupon/coupon'
import { benefitOf, type CouponCart } from '@domain/coupon/usability'
import { sumFen } from '@domain/money'
import type { WantedLine } from '@domain/order/limits'
import { areaCodeOf } from '@domain/pricing/area'
import type { CampaignPrice } from '@domain/pricing/campaign-price'
import { freightFor } from '@domain/pricing/freight'
import { type LinePrice, priceLines } from '@domain/pricing/line-price'
import { quote } from '@domain/pricing/quote'
import type { FreightTemplate, PricedLine, Quote, QuoteError } from '@domain/pricing/types'
import { ok, type Result, refuse } from '@domain/result'
import { NOT_FOUND } from '../../platform/http/session-hook'
import type { SkuRow } from '../catalogue/skus'

/** What a price depends on beside the lines themselves. */
export interface PriceTerms {
  readonly freight: FreightTemplate
  /** Null while no address is chosen: freight is then an estimate. */
  readonly address: { readonly province: string; readonly nationalCode?: string | null } | null
  /** Automatic campaign prices in force, by SKU. */
  readonly campaignPrices: ReadonlyMap<string, CampaignPrice>
  /** The member's own, usable or not. */
  readonly coupons: readonly HeldCoupon[]
  readonly nowMs: number
}

/** A quote with the coupons in it, and why the others are not. */
export interface Priced {
  readonly quote: Quote
  readonly coupons: Combination
}

/**
 * The server's price of lines whose SKUs are all known: with the coupons the member wants, the best of them for a slot
 * left open.
 */
export function priceOf(
  lines: readonly WantedLine[],
  skus: readonly SkuRow[],
  terms: PriceTerms,
  wanted: Wanted = {},
): Result<Priced, Refusal> {
  const byId = new Map(skus.map((sku) => [sku.skuId, sku]))
  const asked: PricedLine[] = lines.map(({ skuId, quantity }) => ({
    lineId: skuId,
    skuId,
    quantity,
    unitPrice: byId.get(skuId)!.priceFen,
    campaign: terms.campaignPrices.get(skuId) ?? null,
  }))
  const areaCode = terms.address && areaCodeOf(terms.address)
  const priced = priceLines(asked)
  if (!priced.ok) return refuse(quoteRefusal(priced.error))
  const goodsTotal = sumFen(priced.value.map((line) => line.amount))
  const freight = freightFor(terms.freight, areaCode, goodsTotal)
  if (!freight.ok) return refuse(quoteRefusal(freight.error))

  const cart = { lines: couponLines(priced.value, byId), freightFee: freight.value.fee }
  const chosen = bestCombination(terms.coupons, cart, terms.nowMs, wanted)
  if (!chosen.ok) return refuse(choiceRefusal(chosen.error))
  const { goods, freight: forFreight, payable } = chosen.value
  const bill = quote({
    lines: asked,
    goodsCoupon: goods && benefitOf(goods.coupon, cart.lines),
    freightCoupon: forFreight && benefitOf(forFreight.coupon, cart.lines),
    freight: terms.freight,
    areaCode,
  })
  if (!bill.ok) return refuse(quoteRefusal(bill.error))
  if (bill.value.payable !== payable) throw new Error('the best combination promises another price')
  return ok({ quote: bill.value, coupons: chosen.value })
}

const couponLines = (lines: readonly LinePrice[], skus: ReadonlyMap<string, SkuRow>): CouponCart['lines'] =>
  lines.map(({ lineId, skuId, amount }) => {
    const { productId, categoryId } = skus.get(skuId)!
    return { lineId, productId, categoryId, amount }
  })

/** A coupon that is not the member's does not exist for them; one that does not fit is named with its reason. */
function choiceRefusal(error: CombinationError): Refusal {
  const { code, couponId } = error
  const field = '/body/couponIds'
  if (code === 'coupon.unknown') return { ...NOT_FOUND, field, detail: { couponId } }
  const reason = code === 'coupon.not_usable' ? error.reason : { code }
  const message = 'This coupon does not apply here.'
  return { code: 'coupon.not_usable', message, field, detail: { couponId, reason } }
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
      throw new Error(`a chosen coupon was found usable, and then: ${code}`)
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
