import { type Fen, fen } from '../money'
import type { CouponOff } from '../pricing/types'
import type { HeldCoupon } from './coupon'
import { offTogether } from './usability'

/** A usable coupon and what it takes off before the rule of the last fen. */
export interface Weighed {
  readonly coupon: HeldCoupon
  readonly raw: Fen
}

/** At most one coupon of each slot, priced together. */
export interface Pair {
  readonly goods: Weighed | null
  readonly freight: Weighed | null
  readonly goodsOff: Fen
  readonly freightOff: Fen
  readonly payable: Fen
}

/** What the coupon promises at most; an uncapped rate could have given anything. */
const faceOf = (off: CouponOff): number =>
  off.kind === 'amount' ? off.amountOff : (off.capFen ?? Number.POSITIVE_INFINITY)

/** Soonest expiry, then least face value wasted, then id. */
export function byTieBreak(a: Weighed, b: Weighed): number {
  const [x, y] = [a.coupon, b.coupon]
  if (x.validUntil !== y.validUntil) return x.validUntil - y.validUntil
  const [wasteX, wasteY] = [faceOf(x.off) - a.raw, faceOf(y.off) - b.raw]
  if (wasteX !== wasteY) return wasteX < wasteY ? -1 : 1
  return x.id < y.id ? -1 : x.id > y.id ? 1 : 0
}

/** First by the tie-break of the heaviest, and of the next lighter weight: see `bestCombination` for why two. */
export function contenders(weighed: readonly Weighed[]): Weighed[] {
  const sorted = [...weighed].sort((a, b) => b.raw - a.raw || byTieBreak(a, b))
  const heaviest = sorted[0]
  const lighter = sorted.find(({ raw }) => heaviest && raw < heaviest.raw)
  return [heaviest, lighter].filter((it) => it !== undefined)
}

/** The best pair of these options, or null where the last fen allows none of them. */
export function bestPair(
  goods: readonly (Weighed | null)[],
  freight: readonly (Weighed | null)[],
  goodsTotal: Fen,
  freightFee: Fen,
): Pair | null {
  const pairs = goods.flatMap((one) => freight.map((other) => pairOf(one, other, goodsTotal, freightFee)))
  return pairs.filter((pair) => pair !== null).sort(byPrice)[0] ?? null
}

function pairOf(goods: Weighed | null, freight: Weighed | null, goodsTotal: Fen, fee: Fen): Pair | null {
  const off = offTogether(goodsTotal, fee, goods?.raw ?? null, freight?.raw ?? null)
  if (!off) return null
  const payable = fen(goodsTotal + fee - off.goods - off.freight)
  return { goods, freight, goodsOff: off.goods, freightOff: off.freight, payable }
}

const chosen = ({ goods, freight }: Pair): Weighed[] => [goods, freight].filter((it) => it !== null)

/** Cheapest first; a coupon that changes nothing is not spent; then the tie-break, goods before freight. */
function byPrice(a: Pair, b: Pair): number {
  const [x, y] = [chosen(a), chosen(b)]
  if (a.payable !== b.payable) return a.payable - b.payable
  if (x.length !== y.length) return x.length - y.length
  for (const [i, coupon] of x.entries()) {
    const order = byTieBreak(coupon, y[i]!)
    if (order !== 0) return order
  }
  return 0
}
