import type { CouponChoice } from '@contract/coupon'
import type { PickedCoupon } from '@domain/coupon/best'
import type { HeldCoupon } from '@domain/coupon/coupon'
import type { CouponMove } from '@domain/coupon/life'
import type { Queryable, Tx } from '../../platform/database'
import { orderCoupons } from '../../schema/coupon'
import { COUPON_COLUMNS, type CouponRow, heldOf } from './coupon-store'

/** The ids a choice names. */
const idsOf = ({ goods, freight }: CouponChoice): string[] =>
  [goods, freight].filter((id) => typeof id === 'string')

/**
 * What a member may put on a cart: every copy that is theirs still, those an unpaid order holds, and whatever they
 * name, so that it gets its reason. Another member's coupon is not among them.
 */
export async function couponsToSpend(
  db: Queryable,
  memberId: string,
  choice: CouponChoice,
  nowMs: number,
): Promise<HeldCoupon[]> {
  const { rows } = await db.$client.query<CouponRow>({
    name: 'coupon.to_spend',
    text: `select ${COUPON_COLUMNS} from coupons
            where member_id = $1
              and ((state = 'claimed' and valid_until > $2) or state = 'reserved' or id = any($3::uuid[]))
            order by valid_until, id`,
    values: [memberId, new Date(nowMs).toISOString(), idsOf(choice)],
  })
  return rows.map(heldOf)
}

/** Locks the copies a choice names, in the order of ids, so that what is read after it stays true. */
export async function lockChosen(tx: Tx, memberId: string, choice: CouponChoice): Promise<void> {
  const ids = idsOf(choice)
  if (ids.length === 0) return
  await tx.$client.query({
    name: 'coupon.lock_chosen',
    text: `select id from coupons where member_id = $1 and id = any($2::uuid[]) order by id for update`,
    values: [memberId, ids],
  })
}

/** The copies an order holds or used, locked. */
export const lockHeldBy = (tx: Tx, orderId: string): Promise<HeldCoupon[]> =>
  locked(tx, 'coupon.lock_held', 'order_id = $1', orderId)

/** The copies an order was priced with, locked, wherever they are now. */
export const lockPromisedTo = (tx: Tx, orderId: string): Promise<HeldCoupon[]> =>
  locked(
    tx,
    'coupon.lock_promised',
    'id in (select coupon_id from order_coupons where order_id = $1)',
    orderId,
  )

async function locked(tx: Tx, name: string, which: string, orderId: string): Promise<HeldCoupon[]> {
  const { rows } = await tx.$client.query<CouponRow>({
    name,
    text: `select ${COUPON_COLUMNS} from coupons where ${which} order by id for update`,
    values: [orderId],
  })
  return rows.map(heldOf)
}

/** Moves a copy by compare-and-set. Throws where it is no longer as it was read: the caller had it locked. */
export async function moveCoupon(
  tx: Tx,
  coupon: HeldCoupon,
  { from, to, orderId }: CouponMove,
  at: number,
): Promise<void> {
  const { rowCount } = await tx.$client.query({
    name: 'coupon.move',
    text: `update coupons set state = $4, order_id = $5, moved_at = $6
            where id = $1 and state = $2 and order_id is not distinct from $3::uuid`,
    values: [coupon.id, from, coupon.orderId, to, orderId, new Date(at).toISOString()],
  })
  if (rowCount !== 1) throw new Error(`coupon ${coupon.id} is no longer ${from}`)
}

/** Freezes on an order what each coupon took off it. */
export async function freezeCoupons(tx: Tx, orderId: string, picked: readonly PickedCoupon[]): Promise<void> {
  if (picked.length === 0) return
  await tx.insert(orderCoupons).values(
    picked.map(({ coupon, off }) => ({
      orderId,
      slot: coupon.slot,
      couponId: coupon.id,
      campaignId: coupon.campaignId,
      title: coupon.title,
      offFen: off,
    })),
  )
}
