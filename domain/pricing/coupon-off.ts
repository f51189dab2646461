import { bpsOf, type Fen, fen, sumFen, ZERO } from '../money'
import { ok, type Result, refuse } from '../result'
import type { CouponBenefit, CouponOff, CouponRefusal } from './types'

/** What a coupon looks at: a line after its campaign price. */
export interface CouponBase {
  readonly lineId: string
  readonly amount: Fen
}

/** The lines a coupon covers. */
export const linesInScope = <L extends CouponBase>(coupon: CouponBenefit, lines: readonly L[]): L[] => {
  const { lineIds } = coupon
  return lineIds === null ? [...lines] : lines.filter((line) => lineIds.includes(line.lineId))
}

/** Rates are rounded down (the coupon promises "up to"), caps and the base itself bound the rest. */
function reduce(off: CouponOff, base: Fen): Fen {
  if (off.kind === 'amount') return fen(Math.min(off.amountOff, base))
  const cut = Math.min(bpsOf(base, off.offBps, 'down'), base)
  return fen(off.capFen === null ? cut : Math.min(cut, off.capFen))
}

/**
 * What a coupon takes off, or the typed reason why it does not apply. Goods coupons reduce the lines in scope,
 * freight coupons the freight; the threshold is on the lines in scope for both.
 */
export function couponOff(
  coupon: CouponBenefit,
  lines: readonly CouponBase[],
  freightFee: Fen,
): Result<Fen, CouponRefusal> {
  const couponId = coupon.id
  const scope = linesInScope(coupon, lines)
  if (scope.length === 0) return refuse({ code: 'coupon.nothing_in_scope', couponId })
  const base = sumFen(scope.map((line) => line.amount))
  if (base < coupon.threshold) {
    return refuse({ code: 'coupon.below_threshold', couponId, shortBy: fen(coupon.threshold - base) })
  }
  const off = reduce(coupon.off, coupon.slot === 'goods' ? base : freightFee)
  return off > ZERO ? ok(off) : refuse({ code: 'coupon.nothing_to_reduce', couponId })
}
