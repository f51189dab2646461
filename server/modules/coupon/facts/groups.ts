import { buyersByGroup } from '@domain/coupon/milestone'
import type { Queryable } from '../../../platform/database'

export interface Window {
  readonly claimFrom: number
  readonly claimUntil: number
}

const iso = (at: number): string => new Date(at).toISOString()

/**
 * The groups members were proven in inside each window, the latest proof first, by window and member. An opening
 * known as suspect proves nothing.
 */
export async function provenGroups(
  db: Queryable,
  windows: readonly Window[],
  memberIds: readonly string[],
): Promise<Map<string, string[]>[]> {
  const found = windows.map(() => new Map<string, string[]>())
  const { rows } = await db.$client.query<{ window: number; member_id: string; group_id: string }>({
    name: 'coupon.proven-groups',
    text: `select w.ord::int as window, t.member_id, t.group_id
             from unnest($1::timestamptz[], $2::timestamptz[]) with ordinality as w(since, until, ord)
             join touches t on t.member_id = any($3) and t.at >= w.since and t.at < w.until
            where t.group_state = 'proven' and t.group_id is not null and t.suspect_at is null
            group by w.ord, t.member_id, t.group_id
            order by max(t.at) desc, t.group_id`,
    values: [
      windows.map((window) => iso(window.claimFrom)),
      windows.map((window) => iso(window.claimUntil)),
      memberIds,
    ],
  })
  for (const { window, member_id, group_id } of rows) {
    const groups = found[window - 1]!
    groups.set(member_id, [...(groups.get(member_id) ?? []), group_id])
  }
  return found
}

interface PaymentRow {
  readonly member_id: string
  readonly group_id: string
  readonly paid_at: number
  readonly is_suspect: boolean
}

/**
 * How many members of these groups have paid in the window. The order's group is frozen, and what was found out about
 * the buyer after the payment counts for nothing: the number never falls.
 */
export async function buyersOf(
  db: Queryable,
  window: Window,
  groupIds: readonly string[],
): Promise<Map<string, number>> {
  if (groupIds.length === 0) return new Map()
  const { rows } = await db.$client.query<PaymentRow>({
    name: 'coupon.group-payments',
    text: `select o.member_id, o.group_id, o.paid_at,
                  coalesce(m.blocked_at <= o.paid_at, false) or exists (
                    select 1 from touches t where t.member_id = o.member_id and t.group_id = o.group_id
                       and t.suspect_at <= o.paid_at) as is_suspect
             from orders o join members m on m.id = o.member_id
            where o.group_id = any($1) and o.paid_at >= $2 and o.paid_at < $3`,
    values: [groupIds, iso(window.claimFrom), iso(window.claimUntil)],
  })
  return buyersByGroup(
    window,
    rows.map((row) => ({
      memberId: row.member_id,
      groupId: row.group_id,
      paidAt: row.paid_at,
      isSuspect: row.is_suspect,
    })),
  )
}
