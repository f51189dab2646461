import type { QuoteCoupons } from '@contract/coupon'
import type { QuoteView } from '@contract/order'
import type { PickedCoupon } from '@domain/coupon/best'
import { type Fen, fen, ZERO } from '@domain/money'
import type { Quote, QuoteLine } from '@domain/pricing/types'
import type { Config } from '../../config'
import type { Queryable } from '../../platform/database'
import { pictureOf } from '../catalogue/pictures'
import { orderedSpec, type SkuRow } from '../catalogue/skus'
import { couponViews } from '../coupon/view'
import type { Priced } from './price'

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
export async function quoteView(
  db: Queryable,
  config: Pick<Config, 'dataDir' | 'simulated'>,
  { quote, coupons }: Priced,
  skus: readonly SkuRow[],
  quotedAt: number,
): Promise<QuoteView> {
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
        couponFen: line.couponOff,
        paidFen: line.paid,
      }
    }),
    toFreeFreightFen: quote.freightFreeShortBy,
    coupons: await couponsView(db, coupons, quotedAt),
    quotedAt,
  }
}

async function couponsView(
  db: Queryable,
  { goods, freight, saved, usable, unusable }: Priced['coupons'],
  nowMs: number,
): Promise<QuoteCoupons> {
  const view = await couponViews(
    db,
    [...usable, ...unusable].map(({ coupon }) => coupon),
  )
  const offered = ({ coupon, off }: PickedCoupon) => ({ coupon: view(coupon, nowMs), offFen: off })
  return {
    goods: goods && offered(goods),
    freight: freight && offered(freight),
    savedFen: saved,
    usable: usable.map(offered),
    unusable: unusable.map(({ coupon, reason }) => ({ coupon: view(coupon, nowMs), reason })),
  }
}
