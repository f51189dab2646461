import type { StaffGroup } from '@contract/staff'
import { rangeOf } from '@domain/figures/range'
import type { Queryable } from '../../platform/database'

interface GroupRow {
  readonly id: string
  readonly name: string | null
  readonly since: number | null
  readonly members: number
  readonly opens: number
  readonly orders: number
  readonly net: number
}

// Members, opens, paid orders and net sales as domain/figures defines them for the scope of one group, whoever was credited.
const GROUP_FIGURES = {
  name: 'group-figures',
  text: `
    select g.id, g.name, o.since, seen.members, seen.opens, sold.orders, sold.net
      from groups g
      left join group_owners o on o.group_id = g.id and o.staff_id = $1 and o.until is null
      cross join lateral (
        select count(distinct t.member_id) as members, count(*) as opens
          from touches t
         where t.group_id = g.id and t.suspect_rule is null and t.at >= $3 and t.at < $4
      ) seen
      cross join lateral (
        select count(*) as orders, coalesce(sum(c.net_fen), 0)::bigint as net
          from order_credits c
         where c.group_id = g.id and c.paid_at >= $3 and c.paid_at < $4
      ) sold
     where g.id = any($2::uuid[])
     order by o.since nulls last, g.first_seen_at, g.id`,
}

/** These groups as a staff member sees them, with the figures of the last 30 days of the shop's calendar. */
export async function groupViews(
  db: Queryable,
  staffId: string,
  groupIds: readonly string[],
  nowMs: number,
): Promise<StaffGroup[]> {
  const { from, until } = rangeOf('30d', nowMs)
  const { rows } = await db.$client.query<GroupRow>({
    ...GROUP_FIGURES,
    values: [staffId, [...groupIds], new Date(from).toISOString(), new Date(until).toISOString()],
  })
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    isMine: row.since !== null,
    since: row.since,
    members: row.members,
    opens30d: row.opens,
    paidOrders30d: row.orders,
    netSales30dFen: row.net,
  }))
}
