import type { Wanted } from '@domain/coupon/best'
import type { HeldCoupon } from '@domain/coupon/coupon'
import { benefitOf, type CouponCart } from '@domain/coupon/usability'
import { quote } from '@domain/pricing/quote'
import { flatFreight } from '../support/builders'
import { NOW } from './builders'

/** The price as `quote` tells it, or null where it refuses. */
export function payable(
  { lines, freightFee }: CouponCart,
  goods: HeldCoupon | null,
  freight: HeldCoupon | null,
) {
  const result = quote({
    lines: lines.map((line) => ({
      lineId: line.lineId,
      skuId: line.lineId,
      unitPrice: line.amount,
      quantity: 1,
    })),
    goodsCoupon: goods && benefitOf(goods, lines),
    freightCoupon: freight && benefitOf(freight, lines),
    freight: flatFreight(freightFee),
    areaCode: '440305',
  })
  return result.ok ? result.value : null
}

export interface Try {
  readonly price: number
  readonly chosen: readonly HeldCoupon[]
  readonly offs: readonly number[]
}

/** Every pair there is, priced by `quote`, in the order the shop prefers them. */
export function bruteForce(all: readonly HeldCoupon[], on: CouponCart, wanted: Wanted = {}): Try[] {
  const mine = all.filter((it) => it.state === 'claimed' && it.validUntil > NOW)
  const options = (slot: 'goods' | 'freight') =>
    [null, ...mine.filter((it) => it.slot === slot)].filter(
      (it) => wanted[slot] === undefined || (it?.id ?? null) === wanted[slot],
    )
  const tries = options('goods').flatMap((goods) =>
    options('freight').flatMap((freight): Try[] => {
      const bill = payable(on, goods, freight)
      if (!bill) return []
      const chosen = [goods, freight].filter((it) => it !== null)
      return [{ price: bill.payable, chosen, offs: chosen.map((it) => benefitOn(it, on)) }]
    }),
  )
  return tries.sort(byPreference)
}

/** What a coupon would take off if the last fen were of no matter. */
function benefitOn(coupon: HeldCoupon, on: CouponCart): number {
  const base =
    coupon.slot === 'freight'
      ? on.freightFee
      : on.lines
          .filter(
            ({ categoryId }) =>
              coupon.scope.kind !== 'categories' || coupon.scope.categoryIds.includes(categoryId),
          )
          .reduce((sum, line) => sum + line.amount, 0)
  if (coupon.off.kind === 'amount') return Math.min(coupon.off.amountOff, base)
  return Math.min(Math.floor((base * coupon.off.offBps) / 10_000), coupon.off.capFen ?? base)
}

function byPreference(a: Try, b: Try): number {
  if (a.price !== b.price) return a.price - b.price
  if (a.chosen.length !== b.chosen.length) return a.chosen.length - b.chosen.length
  for (let i = 0; i < a.chosen.length; i++) {
    const [x, y] = [a.chosen[i]!, b.chosen[i]!]
    const face = ({ off }: HeldCoupon) => (off.kind === 'amount' ? off.amountOff : (off.capFen ?? 1e15))
    const order =
      x.validUntil - y.validUntil ||
      face(x) - a.offs[i]! - (face(y) - b.offs[i]!) ||
      (x.id < y.id ? -1 : x.id > y.id ? 1 : 0)
    if (order !== 0) return order
  }
  return 0
}
