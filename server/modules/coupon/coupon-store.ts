import type { HeldCoupon } from '@domain/coupon/coupon'
import type { Queryable } from '../../platform/database'
import type { coupons } from '../../schema/coupon'

export type CouponRow = typeof coupons.$inferSelect

/** The row as the rules see it. */
export const heldOf = (row: CouponRow): HeldCoupon => ({
  id: row.id,
  memberId: row.memberId,
  campaignId: row.campaignId,
  title: row.title,
  tierRank: row.tierRank,
  slot: row.slot,
  scope: row.scope,
  threshold: row.thresholdFen,
  off: row.off,
  claimedAt: row.claimedAt,
  validFrom: row.validFrom,
  validUntil: row.validUntil,
  groupId: row.groupId,
  upgradedFrom: row.upgradedFrom,
  state: row.state,
  orderId: row.orderId,
})

/** Columns of a coupon in raw SQL, under the names of its row. */
export const COUPON_COLUMNS = `id, member_id as "memberId", campaign_id as "campaignId", request_id as "requestId",
  title, tier_rank as "tierRank", slot, scope, threshold_fen as "thresholdFen", off, claimed_at as "claimedAt",
  valid_from as "validFrom", valid_until as "validUntil", group_id as "groupId",
  upgraded_from as "upgradedFrom", state, order_id as "orderId", moved_at as "movedAt"`

/** Every copy these members ever had of these campaigns, the oldest first. */
export async function copiesIn(
  db: Queryable,
  campaignIds: readonly string[],
  memberIds: readonly string[],
): Promise<CouponRow[]> {
  const { rows } = await db.$client.query<CouponRow>({
    name: 'coupon.copies',
    text: `select ${COUPON_COLUMNS} from coupons
            where campaign_id = any($1) and member_id = any($2) order by claimed_at, id`,
    values: [campaignIds, memberIds],
  })
  return rows
}
