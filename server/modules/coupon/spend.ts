import type { OrderCoupon } from '@contract/coupon'
import type { PickedCoupon } from '@domain/coupon/best'
import type { HeldCoupon } from '@domain/coupon/coupon'
import * as life from '@domain/coupon/life'
import type { Result } from '@domain/result'
import { desc, eq } from 'drizzle-orm'
import type { Queryable, Tx } from '../../platform/database'
import { orderCoupons } from '../../schema/coupon'
import type { OrderHooks } from '../order/hook-types'
import { freezeCoupons, lockHeldBy, lockPromisedTo, moveCoupon } from './spend-store'

/**
 * An order in the making takes its coupons, inside its transaction and after its row is written. Call with the coupons
 * locked (`lockChosen`) and found usable: what then refuses is a broken promise and throws.
 */
export async function reserveCoupons(
  tx: Tx,
  order: { readonly orderId: string; readonly memberId: string },
  picked: readonly PickedCoupon[],
  nowMs: number,
): Promise<void> {
  for (const { coupon } of picked) {
    await moveCoupon(tx, coupon, allowed(coupon, life.reserveFor(coupon, order, nowMs)), nowMs)
  }
  await freezeCoupons(tx, order.orderId, picked)
}

/**
 * A coupon follows its order: used with the payment, the member's again when the order closes unpaid or nothing of it
 * is left. Money that comes late needs the coupon once more; where it is spent or upgraded by then, the money goes back.
 */
export const couponHooks: OrderHooks = {
  onOrderPaid: async (tx, _deps, { order, at, isLate }) => {
    if (!isLate) await moveHeld(tx, order.id, at, (coupon) => life.spendFor(coupon, order.id))
  },
  onOrderClosed: (tx, _deps, { order, at }) =>
    moveHeld(tx, order.id, at, (coupon) => life.returnOnClose(coupon, order.id, at)),
  mayPayLate: async (tx, { clock }, order) => {
    for (const coupon of await lockPromisedTo(tx, order.id)) {
      const move = life.spendLateFor(coupon, order.id)
      if (!move.ok) return false
      await moveCoupon(tx, coupon, move.value, clock.now())
    }
    return true
  },
  onOrderRefunded: (tx, _deps, { order, at, isLast }) =>
    moveHeld(tx, order.id, at, (coupon) => life.returnOnRefund(coupon, order.id, isLast, at)),
}

/** Moves what the order holds as the rule says; null moves nothing. */
async function moveHeld(
  tx: Tx,
  orderId: string,
  at: number,
  rule: (coupon: HeldCoupon) => Result<life.CouponMove | null, unknown>,
): Promise<void> {
  for (const coupon of await lockHeldBy(tx, orderId)) {
    const move = allowed(coupon, rule(coupon))
    if (move) await moveCoupon(tx, coupon, move, at)
  }
}

function allowed<M>(coupon: HeldCoupon, move: Result<M, unknown>): M {
  if (move.ok) return move.value
  throw new Error(`coupon ${coupon.id} (${coupon.state}): ${JSON.stringify(move.error)}`)
}

/** The coupons an order was priced with, goods before freight. */
export const couponsOfOrder = (db: Queryable, orderId: string): Promise<OrderCoupon[]> =>
  db
    .select({
      couponId: orderCoupons.couponId,
      slot: orderCoupons.slot,
      title: orderCoupons.title,
      offFen: orderCoupons.offFen,
    })
    .from(orderCoupons)
    .where(eq(orderCoupons.orderId, orderId))
    .orderBy(desc(orderCoupons.slot))
