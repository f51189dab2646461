import { type Fen, sumFen, ZERO } from '../money'
import { couponOff } from '../pricing/coupon-off'
import { keepOneFen } from '../pricing/quote'
import type { CouponBenefit, CouponSlot } from '../pricing/types'
import { ok, type Result, refuse } from '../result'
import { type HeldCoupon, stateAt } from './coupon'
import type { CouponScope } from './types'

/** A cart line as coupons see it, once its campaign price is known (`priceLines`). */
export interface CouponLine {
  readonly lineId: string
  readonly productId: string
  readonly categoryId: string
  /** After the campaign price, before coupons. */
  readonly amount: Fen
}

export interface CouponCart {
  readonly lines: readonly CouponLine[]
  /** Asked for this cart and address before coupons (`freightFor`); free-over is settled in it. */
  readonly freightFee: Fen
  /** Coupons already chosen, where the question is about one more. */
  readonly taken?: Partial<Record<CouponSlot, string>>
}

export type UnusableReason =
  | { readonly code: 'coupon.reserved'; readonly orderId: string | null }
  | { readonly code: 'coupon.used'; readonly orderId: string | null }
  | { readonly code: 'coupon.upgraded' }
  | { readonly code: 'coupon.expired'; readonly at: number }
  | { readonly code: 'coupon.not_started'; readonly from: number }
  | { readonly code: 'coupon.out_of_scope' }
  | { readonly code: 'coupon.below_minimum'; readonly shortBy: Fen }
  /** Freight is free already, or there is nothing left that could be reduced. */
  | { readonly code: 'coupon.nothing_to_reduce' }
  | { readonly code: 'coupon.slot_taken'; readonly by: string }

/** Whether a line is what the coupon is for. */
export function isInScope(scope: CouponScope, line: Pick<CouponLine, 'productId' | 'categoryId'>): boolean {
  if (scope.kind === 'categories') return scope.categoryIds.includes(line.categoryId)
  return scope.kind === 'all' || scope.productIds.includes(line.productId)
}

/** The coupon as `quote` takes it, for these lines. */
export const benefitOf = (coupon: HeldCoupon, lines: readonly CouponLine[]): CouponBenefit => ({
  ...benefitOfAll(coupon),
  lineIds:
    coupon.scope.kind === 'all'
      ? null
      : lines.filter((line) => isInScope(coupon.scope, line)).map((line) => line.lineId),
})

const benefitOfAll = ({ id, slot, threshold, off }: HeldCoupon): CouponBenefit => ({
  id,
  slot,
  lineIds: null,
  threshold,
  off,
})

/** Why a coupon is out of the question whatever is in the cart, or null. */
function unavailable(coupon: HeldCoupon, nowMs: number): UnusableReason | null {
  const state = stateAt(coupon, nowMs)
  if (state === 'reserved' || state === 'used') return { code: `coupon.${state}`, orderId: coupon.orderId }
  if (state === 'upgraded') return { code: 'coupon.upgraded' }
  if (state === 'expired') return { code: 'coupon.expired', at: coupon.validUntil }
  return nowMs < coupon.validFrom ? { code: 'coupon.not_started', from: coupon.validFrom } : null
}

/**
 * What the coupon takes off before the rule of the last fen: slots are independent up to that rule, so one look
 * at the cart per coupon is enough for every combination.
 */
export function rawOff(coupon: HeldCoupon, cart: CouponCart, nowMs: number): Result<Fen, UnusableReason> {
  const closed = unavailable(coupon, nowMs)
  if (closed) return refuse(closed)
  const { scope } = coupon
  const lines = scope.kind === 'all' ? cart.lines : cart.lines.filter((line) => isInScope(scope, line))
  const off = couponOff(benefitOfAll(coupon), lines, cart.freightFee)
  if (off.ok) return off
  switch (off.error.code) {
    case 'coupon.nothing_in_scope':
      return refuse({ code: 'coupon.out_of_scope' })
    case 'coupon.below_threshold':
      return refuse({ code: 'coupon.below_minimum', shortBy: off.error.shortBy })
    case 'coupon.nothing_to_reduce':
    case 'coupon.wrong_slot':
      return refuse({ code: 'coupon.nothing_to_reduce' })
  }
}

/** What both coupons take off together after the rule of the last fen; null where `quote` would refuse one. */
export function offTogether(
  goodsTotal: Fen,
  freightFee: Fen,
  goods: Fen | null,
  freight: Fen | null,
): { readonly goods: Fen; readonly freight: Fen } | null {
  const off = keepOneFen(goodsTotal, freightFee, goods ?? ZERO, freight ?? ZERO)
  const isIdle = (asked: Fen | null, given: Fen) => asked !== null && given === 0
  return isIdle(goods, off.goods) || isIdle(freight, off.freight) ? null : off
}

/** What a coupon of this raw benefit takes off with nothing in the other slot. */
export function offAlone(
  slot: CouponSlot,
  raw: Fen,
  goodsTotal: Fen,
  freightFee: Fen,
): Result<Fen, UnusableReason> {
  const off =
    slot === 'goods'
      ? offTogether(goodsTotal, freightFee, raw, null)
      : offTogether(goodsTotal, freightFee, null, raw)
  return off ? ok(off[slot]) : refuse({ code: 'coupon.nothing_to_reduce' })
}

export const goodsTotalOf = (cart: CouponCart): Fen => sumFen(cart.lines.map((line) => line.amount))

/** Whether a coupon can be used on a cart now, by itself: what it takes off, or the typed reason why not. */
export function usability(
  coupon: HeldCoupon,
  cart: CouponCart,
  nowMs: number,
): Result<{ readonly off: Fen }, UnusableReason> {
  const raw = rawOff(coupon, cart, nowMs)
  if (!raw.ok) return raw
  const off = offAlone(coupon.slot, raw.value, goodsTotalOf(cart), cart.freightFee)
  if (!off.ok) return off
  const by = cart.taken?.[coupon.slot]
  if (by !== undefined && by !== coupon.id) return refuse({ code: 'coupon.slot_taken', by })
  return ok({ off: off.value })
}
