/**
 * What a cart costs, reckoned anew in plain arithmetic: it shares no line with the shop's own rules, so that a mistake
 * there is not repeated here. All amounts are whole fen.
 */

export interface Benefit {
  readonly id: string
  readonly slot: 'goods' | 'freight'
  readonly threshold: number
  /** 10,000 and a cap is a fixed amount. */
  readonly bps: number
  readonly cap: number
  /** null: all goods. */
  readonly productIds: readonly string[] | null
}

export interface Piece {
  readonly skuId: string
  readonly productId: string
  readonly listPrice: number
  /** After the campaign price. */
  readonly price: number
  readonly quantity: number
}

export interface Bill {
  readonly payable: number
  readonly goodsOff: number
  readonly freightPaid: number
  /** By SKU, what each piece costs. */
  readonly unitPaid: Readonly<Record<string, number[]>>
  readonly goodsPaid: number
}

const FLAT = 800
const FREE_FROM = 5900

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

const covers = ({ productIds }: Benefit, { productId }: Piece): boolean =>
  productIds === null || productIds.includes(productId)

export function freightOf(pieces: readonly Piece[]): number {
  return sum(pieces.map(({ price, quantity }) => price * quantity)) >= FREE_FROM ? 0 : FLAT
}

/** What a coupon would take off; 0 where it does not apply. */
export function cutOf(coupon: Benefit, pieces: readonly Piece[]): number {
  const covered = pieces.filter((piece) => covers(coupon, piece))
  const base = sum(covered.map(({ price, quantity }) => price * quantity))
  if (covered.length === 0 || base < coupon.threshold) return 0
  const from = coupon.slot === 'goods' ? base : freightOf(pieces)
  return Math.min(Number((BigInt(from) * BigInt(coupon.bps)) / 10_000n), coupon.cap)
}

/** The bill with these coupons; null where one of them would take nothing off. */
export function reckon(
  pieces: readonly Piece[],
  goods: Benefit | null,
  freight: Benefit | null,
): Bill | null {
  const total = sum(pieces.map(({ price, quantity }) => price * quantity))
  const fee = freightOf(pieces)
  let goodsOff = goods ? cutOf(goods, pieces) : 0
  let freightOff = freight ? cutOf(freight, pieces) : 0
  if (total + fee - goodsOff - freightOff < 1) {
    if (freightOff > 0) freightOff -= 1
    else goodsOff -= 1
  }
  if ((goods && goodsOff < 1) || (freight && freightOff < 1)) return null
  const unitPaid: Record<string, number[]> = {}
  const covered = pieces.filter((piece) => goods !== null && covers(goods, piece))
  const lineOff = shares(
    goodsOff,
    [...covered]
      .sort((a, b) => (a.skuId < b.skuId ? -1 : 1))
      .map((piece) => [piece.skuId, piece.price * piece.quantity]),
  )
  for (const { skuId, price, quantity } of pieces) {
    const off = lineOff[skuId] ?? 0
    unitPaid[skuId] = Array.from(
      { length: quantity },
      (_, unit) => price - (Math.floor(off / quantity) + (unit < off % quantity ? 1 : 0)),
    )
  }
  const goodsPaid = total - goodsOff
  return {
    payable: goodsPaid + fee - freightOff,
    goodsOff,
    freightPaid: fee - freightOff,
    unitPaid,
    goodsPaid,
  }
}

/** Hands the spare fen out one by one, each time to whom most is still owed, the earlier one first. */
function shares(off: number, weights: readonly (readonly [string, number])[]): Record<string, number> {
  const whole = BigInt(sum(weights.map(([, weight]) => weight)))
  const parts: Record<string, number> = {}
  if (whole === 0n) return parts
  const rest = weights.map(([name, weight]) => {
    const exact = BigInt(off) * BigInt(weight)
    parts[name] = Number(exact / whole)
    return { name, owed: exact % whole }
  })
  for (let spare = off - sum(Object.values(parts)); spare > 0; spare--) {
    const next = rest.reduce((most, one) => (one.owed > most.owed ? one : most))
    parts[next.name]! += 1
    next.owed = -1n
  }
  return parts
}

/** The least that can be paid with any of these coupons, by trying every pair. */
export function cheapest(pieces: readonly Piece[], coupons: readonly Benefit[]): number {
  const of = (slot: Benefit['slot']) => [null, ...coupons.filter((coupon) => coupon.slot === slot)]
  const prices = of('goods').flatMap((goods) =>
    of('freight').map((freight) => reckon(pieces, goods, freight)?.payable),
  )
  return Math.min(...prices.filter((price) => price !== undefined))
}
