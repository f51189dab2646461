import type { PickedCoupon } from '@domain/coupon/best'
import { benefitOf, type CouponCart } from '@domain/coupon/usability'
import { sumFen, times } from '@domain/money'
import { areaCodeOf } from '@domain/pricing/area'
import { freightFor } from '@domain/pricing/freight'
import { quote } from '@domain/pricing/quote'
import type { CouponSlot, Quote } from '@domain/pricing/types'
import type { OrderAddress } from '../../server/schema/order'
import type { BasketLine } from './baskets'
import type { Stage } from './stage'

const pricedLines = (basket: readonly BasketLine[]) =>
  basket.map(({ sku, quantity }) => ({ lineId: sku.id, skuId: sku.id, unitPrice: sku.priceFen, quantity }))

/** The basket as coupons see it. */
export function cartOf({ freight }: Stage, basket: readonly BasketLine[], address: OrderAddress): CouponCart {
  const lines = basket.map(({ product, sku, quantity }) => ({
    lineId: sku.id,
    productId: product.id,
    categoryId: product.category,
    amount: times(sku.priceFen, quantity),
  }))
  const fee = freightFor(freight, areaCodeOf(address), sumFen(lines.map(({ amount }) => amount)))
  if (!fee.ok) throw new Error(`a seeded basket cannot be sent: ${fee.error.code}`)
  return { lines, freightFee: fee.value.fee }
}

/** What the basket costs with these coupons. */
export function priceOf(
  { freight }: Stage,
  basket: readonly BasketLine[],
  address: OrderAddress,
  cart: CouponCart,
  picked: readonly PickedCoupon[],
): Quote {
  const of = (slot: CouponSlot) => {
    const found = picked.find(({ coupon }) => coupon.slot === slot)
    return found ? benefitOf(found.coupon, cart.lines) : null
  }
  const priced = quote({
    lines: pricedLines(basket),
    goodsCoupon: of('goods'),
    freightCoupon: of('freight'),
    freight,
    areaCode: areaCodeOf(address),
  })
  if (!priced.ok) throw new Error(`a seeded basket has no price: ${priced.error.code}`)
  return priced.value
}
