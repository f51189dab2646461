import { type Fen, fen } from '../money'
import type { CouponSlot } from '../pricing/types'
import { ok, type Result, refuse } from '../result'
import { bestPair, byTieBreak, contenders, type Weighed } from './combine'
import type { HeldCoupon } from './coupon'
import { type CouponCart, goodsTotalOf, offAlone, rawOff, type UnusableReason } from './usability'

/** The member's own choice for a slot: a coupon's id, null for none. Absent: the best. */
export type Wanted = Partial<Record<CouponSlot, string | null>>

export interface PickedCoupon {
  readonly coupon: HeldCoupon
  readonly off: Fen
}

export interface UnusableCoupon {
  readonly coupon: HeldCoupon
  readonly reason: UnusableReason
}

export interface Combination {
  readonly goods: PickedCoupon | null
  readonly freight: PickedCoupon | null
  /** Goods and freight after these coupons: what `quote` answers for them. */
  readonly payable: Fen
  readonly saved: Fen
  /** What each usable coupon takes off by itself, best first. */
  readonly usable: readonly PickedCoupon[]
  /** In the order given. */
  readonly unusable: readonly UnusableCoupon[]
}

export type CombinationError =
  /** Not among the coupons given: not the member's, or none at all. */
  | { readonly code: 'coupon.unknown'; readonly couponId: string }
  | { readonly code: 'coupon.wrong_slot'; readonly couponId: string }
  | { readonly code: 'coupon.not_usable'; readonly couponId: string; readonly reason: UnusableReason }

/**
 * The cheapest use of one goods and one freight coupon, exactly. Among equal prices: fewer coupons, then those
 * that end soonest, then those that waste least of their face value, then by id; goods before freight.
 *
 * Why it need not try all pairs: what a coupon takes off does not depend on the other slot, but for the rule
 * that 1 fen stays payable. So each coupon is weighed once, and of those equal in weight only the first by the
 * tie-break can be chosen. The rule binds only when goods and freight would both come to nothing; then the
 * heaviest pair gives a fen back or is refused, and a pair a fen lighter, or one coupon alone, may come to the
 * same price. The two heaviest distinct weights of each slot, and none, therefore hold the best and all its ties.
 */
export function bestCombination(
  coupons: readonly HeldCoupon[],
  cart: CouponCart,
  nowMs: number,
  wanted: Wanted = {},
): Result<Combination, CombinationError> {
  const goodsTotal = goodsTotalOf(cart)
  const fee = cart.freightFee
  const usable: (PickedCoupon & Weighed)[] = []
  const unusable: UnusableCoupon[] = []
  for (const coupon of coupons) {
    const raw = rawOff(coupon, cart, nowMs)
    const off = raw.ok ? offAlone(coupon.slot, raw.value, goodsTotal, fee) : raw
    if (raw.ok && off.ok) usable.push({ coupon, raw: raw.value, off: off.value })
    else if (!off.ok) unusable.push({ coupon, reason: off.error })
  }
  usable.sort((a, b) => b.off - a.off || byTieBreak(a, b))

  const goods = options('goods', wanted.goods, coupons, usable, unusable)
  if (!goods.ok) return goods
  const freight = options('freight', wanted.freight, coupons, usable, unusable)
  if (!freight.ok) return freight
  const best = bestPair(goods.value, freight.value, goodsTotal, fee)
  // Both chosen by the member, and the first leaves the second nothing.
  if (!best) return refuse(notUsable(wanted.freight ?? '', { code: 'coupon.nothing_to_reduce' }))
  return ok({
    goods: best.goods && { coupon: best.goods.coupon, off: best.goodsOff },
    freight: best.freight && { coupon: best.freight.coupon, off: best.freightOff },
    payable: best.payable,
    saved: fen(best.goodsOff + best.freightOff),
    usable: usable.map(({ coupon, off }) => ({ coupon, off })),
    unusable,
  })
}

const notUsable = (couponId: string, reason: UnusableReason): CombinationError => ({
  code: 'coupon.not_usable',
  couponId,
  reason,
})

/** What may fill a slot: the member's choice, or the contenders and nothing. */
function options(
  slot: CouponSlot,
  wanted: string | null | undefined,
  coupons: readonly HeldCoupon[],
  usable: readonly Weighed[],
  unusable: readonly UnusableCoupon[],
): Result<(Weighed | null)[], CombinationError> {
  if (wanted === null) return ok([null])
  if (wanted === undefined) {
    return ok([...contenders(usable.filter(({ coupon }) => coupon.slot === slot)), null])
  }
  const coupon = coupons.find(({ id }) => id === wanted)
  if (!coupon) return refuse({ code: 'coupon.unknown', couponId: wanted })
  if (coupon.slot !== slot) return refuse({ code: 'coupon.wrong_slot', couponId: wanted })
  const weighed = usable.find((it) => it.coupon.id === wanted)
  if (weighed) return ok([weighed])
  const reason = unusable.find((it) => it.coupon.id === wanted)?.reason
  return refuse(notUsable(wanted, reason ?? { code: 'coupon.nothing_to_reduce' }))
}
