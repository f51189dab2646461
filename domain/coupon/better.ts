import { BPS_PER_WHOLE, bpsOf, type Fen, fen, mulDiv } from '../money'
import type { CouponOff, CouponSlot } from '../pricing/types'

/** Both kinds of benefit as one shape, ⌊x · bps ÷ 10,000⌋ up to a cap: ¥50 off is 10,000 bps up to ¥50. */
interface Curve {
  readonly bps: number
  readonly cap: number
}

const curveOf = (off: CouponOff): Curve =>
  off.kind === 'amount'
    ? { bps: BPS_PER_WHOLE, cap: off.amountOff }
    : { bps: off.offBps, cap: off.capFen ?? Number.POSITIVE_INFINITY }

const at = ({ bps, cap }: Curve, amount: number): number => Math.min(bpsOf(fen(amount), bps, 'down'), cap)

/** The least amount at which a curve gives its cap. */
function fullAt({ bps, cap }: Curve): number {
  const { quotient, remainder } = mulDiv(cap, BPS_PER_WHOLE, bps)
  return remainder > 0 ? quotient + 1 : quotient
}

/**
 * An amount ≥ `from` at which `passes(higher, lower)` fails, or null when it holds for all of them.
 * Exact, though it looks at no more than 10,001 amounts. Let w be where `lower` is full. From w on `lower`
 * stands still and `higher` does not fall, so w answers for everything after it, the caps included. Below w,
 * with bps d apart, from n = ⌈10,000 ÷ d⌉ on the uncapped benefits are a fen or more apart, in favour of the
 * greater rate; so a greater rate can fail only before n, and a smaller one has failed by n. Equal rates give
 * equal benefits throughout: the first amount answers.
 */
function failureOf(
  lower: Curve,
  higher: Curve,
  from: number,
  passes: (higher: number, lower: number) => boolean,
): number | null {
  const fails = (amount: number) => !passes(at(higher, amount), at(lower, amount))
  const full = Math.max(from, fullAt(lower))
  const gap = Math.abs(higher.bps - lower.bps)
  const settled = gap === 0 ? from : Math.max(from, Math.ceil(BPS_PER_WHOLE / gap))
  for (let amount = from; amount <= Math.min(settled, full); amount++) if (fails(amount)) return amount
  return fails(full) ? full : null
}

const isMore = (higher: number, lower: number) => higher > lower
const isNoLess = (higher: number, lower: number) => higher >= lower

/**
 * An amount at which a tier is not better than the one below it, or null if it is better everywhere.
 * Goods: strictly better at its threshold and at every larger amount. Freight: the benefit is on the fee, which
 * may be smaller than any benefit, so never worse at any fee, and strictly better at some.
 * Both benefits are bounded (`capFen` is not null) and all rates from 1 bps up.
 */
export function notBetterAt(
  slot: CouponSlot,
  below: CouponOff,
  above: { readonly threshold: Fen; readonly off: CouponOff },
): number | null {
  const [lower, higher] = [curveOf(below), curveOf(above.off)]
  if (slot === 'goods') return failureOf(lower, higher, above.threshold, isMore)
  const worse = failureOf(lower, higher, 0, isNoLess)
  if (worse !== null) return worse
  const isSame = failureOf(higher, lower, 0, isNoLess) === null
  return isSame ? fullAt(lower) : null
}
