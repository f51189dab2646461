import { ok, type Result, refuse } from './result'

/** Money: a whole number of fen, made only by `fen()`. Adding a yuan to it does not compile. */
export type Fen = number & { readonly __unit: 'fen' }

/** What a rate does with the part of a fen that is left over. */
export type Rounding = 'down' | 'up' | 'half-up'

export const BPS_PER_WHOLE = 10_000

/** The one place where a number becomes money. Throws RangeError on anything but whole, safe fen. */
export function fen(n: number): Fen {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not whole fen: ${n}`)
  return (n === 0 ? 0 : n) as Fen
}

export const ZERO: Fen = fen(0)

/** Throws RangeError when the sum leaves the exact integers. */
export function sumFen(amounts: Iterable<number>): Fen {
  let total = 0
  for (const amount of amounts) total = fen(total + amount)
  return fen(total)
}

/** Unit price times quantity, exact or RangeError. */
export const times = (amount: Fen, quantity: number): Fen => fen(amount * quantity)

/**
 * a × b ÷ c in whole numbers, all of them ≥ 0 and c > 0. Products past 2^53 go through BigInt: ordinary
 * carts never pay for it, and a wholesale order is still exact.
 */
export function mulDiv(a: number, b: number, c: number): { quotient: number; remainder: number } {
  const product = a * b
  if (Number.isSafeInteger(product)) {
    const remainder = product % c
    return { quotient: (product - remainder) / c, remainder }
  }
  const exact = BigInt(a) * BigInt(b)
  const divisor = BigInt(c)
  return { quotient: Number(exact / divisor), remainder: Number(exact % divisor) }
}

/**
 * Shares `total` by weight. Spare fen go to the largest remainders, earlier ones first among equals, so the
 * parts always sum to `total`. Where the order of the weights is accidental (lines of a cart), sort by a
 * stable key before calling. Throws RangeError on negative input, or when there is something to share and
 * nobody to bear it.
 */
export function split(total: Fen, weights: readonly number[]): Fen[] {
  if (total < 0 || weights.some((w) => w < 0)) throw new RangeError('split takes no negative amounts')
  const whole = sumFen(weights)
  if (whole === 0) {
    if (total > 0) throw new RangeError(`nobody to bear ${total} fen`)
    return weights.map(() => ZERO)
  }
  const shares = weights.map((weight, index) => ({ index, ...mulDiv(total, weight, whole) }))
  const parts = shares.map((share) => share.quotient)
  const spare = total - sumFen(parts)
  const luckiest = [...shares].sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const share of luckiest.slice(0, spare)) parts[share.index]! += 1
  return parts.map(fen)
}

/** `rateBps` ten-thousandths of an amount ≥ 0; the rounding is named at every call. */
export function bpsOf(amount: Fen, rateBps: number, rounding: Rounding): Fen {
  if (amount < 0 || rateBps < 0 || !Number.isSafeInteger(rateBps)) throw new RangeError('a rate of nothing')
  const { quotient, remainder } = mulDiv(amount, rateBps, BPS_PER_WHOLE)
  const isUp = rounding === 'up' ? remainder > 0 : rounding === 'half-up' && remainder * 2 >= BPS_PER_WHOLE
  return fen(isUp ? quotient + 1 : quotient)
}

export type YuanError = { readonly code: 'money.not_yuan'; readonly text: string }

/** Reads "12", "12.3" or "12.30" (a CSV cell) as fen. Signs, thousands marks and a third decimal are refused. */
export function parseYuan(text: string): Result<Fen, YuanError> {
  const found = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!found) return refuse({ code: 'money.not_yuan', text })
  return ok(fen(Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))))
}

/** The parts a price tag draws in different sizes: sign, yuan, and always two digits of cents. */
export function yuanParts(amount: Fen): { sign: '' | '-'; yuan: string; cents: string } {
  const size = Math.abs(amount)
  const cents = size % 100
  return {
    sign: amount < 0 ? '-' : '',
    yuan: String((size - cents) / 100),
    cents: String(cents).padStart(2, '0'),
  }
}

/** "12.30", for exports and sentences. Screens use `<Price>`. */
export function yuanText(amount: Fen): string {
  const { sign, yuan, cents } = yuanParts(amount)
  return `${sign}${yuan}.${cents}`
}
