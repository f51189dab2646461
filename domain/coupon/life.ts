import { ok, type Result, refuse } from '../result'
import { type HeldCoupon, stateAt } from './coupon'
import { type CouponActor, type CouponEvent, type CouponState, next } from './flow'

/**
 * A compare-and-set on the same copy: from this state (held by this order, if any) to that one. It moves no
 * stock and no limit, and the snapshot is never written.
 */
export interface CouponMove {
  readonly event: CouponEvent
  readonly from: CouponState
  readonly to: CouponState
  /** The order that holds it afterwards. */
  readonly orderId: string | null
}

export type CouponLifeError =
  /** Not this member's: to them it does not exist. */
  | { readonly code: 'coupon.unknown' }
  | { readonly code: 'coupon.state_refused'; readonly state: CouponState }
  | { readonly code: 'coupon.expired'; readonly at: number }
  | { readonly code: 'coupon.not_started'; readonly from: number }
  | { readonly code: 'coupon.held_by_other'; readonly state: CouponState }
  | { readonly code: 'coupon.not_due'; readonly until: number }

type Decision = Result<CouponMove, CouponLifeError>

/** An order in the making takes the coupon, inside its transaction. */
export function reserveFor(
  coupon: HeldCoupon,
  order: { readonly orderId: string; readonly memberId: string },
  nowMs: number,
): Decision {
  if (coupon.memberId !== order.memberId) return refuse({ code: 'coupon.unknown' })
  const state = stateAt(coupon, nowMs)
  if (state === 'expired') return refuse({ code: 'coupon.expired', at: coupon.validUntil })
  if (state === 'claimed' && nowMs < coupon.validFrom) {
    return refuse({ code: 'coupon.not_started', from: coupon.validFrom })
  }
  return move(coupon, 'reserve', order.orderId)
}

/** The order is paid. A coupon reserved in time is used, however late the payment. */
export const spendFor = (coupon: HeldCoupon, orderId: string): Decision =>
  heldBy(coupon, orderId) ?? move(coupon, 'use', orderId)

/**
 * WeChat confirms a payment after the order was closed. The coupon was promised to it: where the member has not
 * spent or upgraded it since, it is used, expired or not. A refusal means `payTooLate`: the money goes back.
 */
export const spendLateFor = (coupon: HeldCoupon, orderId: string): Decision =>
  coupon.state === 'reserved' || coupon.state === 'used'
    ? refuse({ code: 'coupon.held_by_other', state: coupon.state })
    : move(coupon, 'useLate', orderId)

/** The order closed unpaid: the same copy is the member's again, unless its time ran out meanwhile. */
export const returnOnClose = (coupon: HeldCoupon, orderId: string, nowMs: number): Decision =>
  coupon.state === 'used'
    ? refuse({ code: 'coupon.state_refused', state: coupon.state })
    : giveBack(coupon, orderId, nowMs)

/**
 * Units of the order were refunded. Only the last one gives the coupon back (`planRefund().isLast`); before
 * that nothing moves (null): the discount is still in the units the member keeps.
 */
export function returnOnRefund(
  coupon: HeldCoupon,
  orderId: string,
  isLast: boolean,
  nowMs: number,
): Result<CouponMove | null, CouponLifeError> {
  if (coupon.state === 'reserved') return refuse({ code: 'coupon.state_refused', state: coupon.state })
  const other = heldBy(coupon, orderId)
  if (other) return other
  return isLast ? giveBack(coupon, orderId, nowMs) : ok(null)
}

/** The clock writes down what `stateAt` says already. A reserved copy waits for its order. */
export function expire(coupon: HeldCoupon, nowMs: number): Decision {
  if (coupon.state === 'claimed' && nowMs < coupon.validUntil) {
    return refuse({ code: 'coupon.not_due', until: coupon.validUntil })
  }
  return move(coupon, 'expire', null, 'clock')
}

/** The member's copy ends for a better one (`decideUpgrade`), in the transaction that makes the new copy. */
export const endByUpgrade = (coupon: HeldCoupon, nowMs: number): Decision =>
  stateAt(coupon, nowMs) === 'expired'
    ? refuse({ code: 'coupon.expired', at: coupon.validUntil })
    : move(coupon, 'upgrade', null, 'member')

/** The copy after a move. */
export const moved = (coupon: HeldCoupon, { to, orderId }: CouponMove): HeldCoupon => ({
  ...coupon,
  state: to,
  orderId,
})

function giveBack(coupon: HeldCoupon, orderId: string, nowMs: number): Decision {
  const isOver = nowMs >= coupon.validUntil
  return heldBy(coupon, orderId) ?? move(coupon, isOver ? 'lapse' : 'giveBack', null)
}

/** Refuses an order that does not hold the coupon, such as one whose close arrives twice. */
function heldBy(coupon: HeldCoupon, orderId: string): ReturnType<typeof refuse<CouponLifeError>> | null {
  const isHeld = coupon.state === 'reserved' || coupon.state === 'used'
  return isHeld && coupon.orderId !== orderId
    ? refuse({ code: 'coupon.held_by_other', state: coupon.state })
    : null
}

function move(
  coupon: HeldCoupon,
  event: CouponEvent,
  orderId: string | null,
  actor: CouponActor = 'order',
): Decision {
  const to = next(coupon.state, event, actor)
  return to.ok
    ? ok({ event, from: coupon.state, to: to.value, orderId })
    : refuse({ code: 'coupon.state_refused', state: coupon.state })
}
