import type { QuoteView } from '@contract/order'
import { type Fen, fen, ZERO } from '@domain/money'
import type { Quote, QuoteLine } from '@domain/pricing/types'
import type { Config } from '../../config'
import { pictureOf } from '../catalogue/pictures'
import { orderedSpec, type SkuRow } from '../catalogue/skus'

/** The sums of a quote as orders and clients name them; `payable = goods − discount + freight − freightDiscount`. */
export const sumsOf = (quote: Quote) => ({
  goodsFen: quote.listTotal,
  discountFen: fen(quote.campaignOff + (quote.goodsCoupon?.off ?? 0)),
  freightFen: quote.freightFee,
  freightDiscountFen: quote.freightCoupon?.off ?? ZERO,
  payableFen: quote.payable,
})

/** What a line costs beside its list price. */
export const discountOf = (line: QuoteLine): Fen => fen(line.campaignOff + line.couponOff)

/** A quote as the API answers it. */
export function quoteView(
  config: Pick<Config, 'dataDir' | 'simulated'>,
  quote: Quote,
  skus: readonly SkuRow[],
  quotedAt: number,
): QuoteView {
  const byId = new Map(skus.map((sku) => [sku.skuId, sku]))
  return {
    ...sumsOf(quote),
    lines: quote.lines.map((line) => {
      const sku = byId.get(line.skuId)!
      return {
        skuId: sku.skuId,
        productId: sku.productId,
        title: sku.title,
        spec: orderedSpec(sku),
        picture: pictureOf(config, sku.image),
        unitPriceFen: line.unitPrice,
        quantity: line.quantity,
        discountFen: discountOf(line),
        paidFen: line.paid,
      }
    }),
    toFreeFreightFen: quote.freightFreeShortBy,
    quotedAt,
  }
}
