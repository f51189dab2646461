import type { FeedReason } from '@contract/catalogue'
import { K_ANONYMITY } from '@domain/recommend/score'
import type { FeedReason as RankedReason } from '@domain/recommend/types'
import type { Queryable } from '../../platform/database'
import { visitorOf } from './group-strip'

const CODE_OF = {
  group_bought: 'group_bought',
  shop_bought: 'shop_popular',
  staff_pick: 'staff_pick',
  new: 'new',
  category_fit: 'category_liked',
} as const satisfies Record<RankedReason['code'], FeedReason['code']>

/** The ranking's reason in the API's words. */
export const reasonView = (reason: RankedReason | null): FeedReason | null =>
  reason && { code: CODE_OF[reason.code], count: 'count' in reason ? reason.count : null }

/** On a product's own page: how many of the member's group bought it, where that names nobody. */
export async function groupReason(
  db: Queryable,
  memberId: string,
  productId: string,
  nowMs: number,
): Promise<FeedReason | null> {
  const { personalised, groupId } = await visitorOf(db, memberId, nowMs)
  if (!personalised || groupId === null) return null
  const { rows } = await db.$client.query<{ buyers: number }>({
    name: 'home.group_buyers',
    text: `select count(distinct o.member_id) as buyers
      from order_lines l join orders o on o.id = l.order_id
      where l.product_id = $1 and o.group_id = $2 and o.state in ('paid', 'shipped', 'received')`,
    values: [productId, groupId],
  })
  const count = rows[0]?.buyers ?? 0
  return count >= K_ANONYMITY ? { code: 'group_bought', count } : null
}
