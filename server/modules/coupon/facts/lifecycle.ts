import { lifecycleOf } from '@domain/member/lifecycle'
import type { LifecycleStage } from '@domain/member/types'
import type { Queryable } from '../../../platform/database'

interface LifeRow {
  readonly id: string
  readonly registered_at: number | null
  readonly last_paid_at: number | null
  readonly last_touch_at: number | null
}

/** Where members stand with the shop. Known to it: a phone number left, or an order placed. */
export async function lifecyclesOf(
  db: Queryable,
  memberIds: readonly string[],
  nowMs: number,
): Promise<Map<string, LifecycleStage>> {
  const { rows } = await db.$client.query<LifeRow>({
    name: 'coupon.lifecycles',
    text: `select m.id,
                  least((select min(o.created_at) from orders o where o.member_id = m.id),
                        case when m.phone is not null then m.created_at end) as registered_at,
                  (select max(o.paid_at) from orders o where o.member_id = m.id) as last_paid_at,
                  (select max(t.at) from touches t where t.member_id = m.id) as last_touch_at
             from members m where m.id = any($1)`,
    values: [memberIds],
  })
  return new Map(
    rows.map((row) => [
      row.id,
      lifecycleOf({
        registeredAt: row.registered_at,
        lastPaidAt: row.last_paid_at,
        lastTouchAt: row.last_touch_at,
        nowMs,
      }),
    ]),
  )
}
