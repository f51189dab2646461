import type { FigureScope, TimeRange } from '@domain/figures/rows'
import { instantToText } from '../../platform/column-types'

/** Whose rows, over the values `[staffId, groupId, from, until]`: a condition per scope, so that each has its own plan. */
export function conditions({ staffId, groupId }: FigureScope): (alias: string) => string {
  return (alias) =>
    [
      staffId === null ? '$1::uuid is null' : `${alias}.staff_id = $1`,
      groupId === null ? '$2::uuid is null' : `${alias}.group_id = $2`,
    ].join(' and ')
}

/** The values every scoped query takes. */
export const valuesOf = ({ staffId, groupId }: FigureScope, { from, until }: TimeRange): unknown[] => [
  staffId,
  groupId,
  instantToText(from),
  instantToText(until),
]

export const scopeName = ({ staffId, groupId }: FigureScope): string =>
  `${staffId === null ? 'any' : 'staff'}-${groupId === null ? 'any' : 'group'}`

/** The openings of the range that count, suspects apart. */
export const seenSql = (scope: FigureScope): string => `
  select t.id, t.member_id, t.at, t.staff_id, t.group_id from touches t
   where ${conditions(scope)('t')} and t.suspect_rule is null and t.at >= $3 and t.at < $4`

/** Orders paid in the range, by who holds their credit now. */
export const paidSql = (scope: FigureScope): string => `
  select c.order_id as id, c.member_id, c.paid_at, c.net_fen, c.staff_id, c.group_id from order_credits c
   where ${conditions(scope)('c')} and c.paid_at >= $3 and c.paid_at < $4`

/**
 * Coupons claimed in the range, each counted to whom the member's latest counting opening of the day before the claim
 * counts to. A better copy got by an upgrade is no new claim.
 */
export const claimedSql = (scope: FigureScope): string => `
  select k.id, k.member_id, k.claimed_at, k.title, last.staff_id, last.group_id
    from coupons k
    cross join lateral (
      select t.staff_id, t.group_id from touches t
       where t.member_id = k.member_id and t.suspect_rule is null
         and t.at <= k.claimed_at and t.at > k.claimed_at - interval '24 hours'
       order by t.at desc, t.id desc limit 1
    ) last
   where k.claimed_at >= $3 and k.claimed_at < $4 and k.upgraded_from is null and ${conditions(scope)('last')}`

/**
 * Orders placed in the range, paid or not: held by whom they were attributed to while unpaid, and by the holder of the
 * credit afterwards. `offset 0`: one look at the index for each order of the day, however many years of credits there
 * are; PostgreSQL would rather hash them all.
 */
const placedSql = (scope: FigureScope): string => `
  select placed.* from (
    select o.member_id, o.created_at, c.paid_at, o.group_id,
           case when c.order_id is null then o.staff_id else c.staff_id end as staff_id
      from orders o
      left join lateral (select * from order_credits k where k.order_id = o.id offset 0) c on true
     where o.created_at >= $3 and o.created_at < $4
  ) placed where ${conditions(scope)('placed')}`

/** A subquery and no join, for the same reason. */
const numberOf = (alias: string): string =>
  `int4send((select n.number from member_numbers n where n.member_id = ${alias}.member_id))`
const listed = (bytes: string): string => `string_agg(${bytes}, ''::bytea)`

/** One row per shop day, staff member and group, out of what really happened. `domain/figures/days` adds them up. */
export const dayRowsSql = (scope: FigureScope): string => `
  select day, staff_id, group_id, sum(opens)::int as opens, sum(firsts)::int as firsts, sum(claims)::int as claims,
         sum(orders)::int as orders, sum(net)::bigint as net_fen, ${listed('openers')} as openers,
         ${listed('buyers')} as buyers, ${listed('placed')} as placed
    from (
      select shop_day(seen.at) as day, staff_id, group_id, count(*) as opens, 0 as firsts, 0 as claims, 0 as orders,
             0::bigint as net, string_agg(distinct ${numberOf('seen')}, ''::bytea) as openers, null::bytea as buyers,
             null::bytea as placed
        from (${seenSql(scope)}) seen group by 1, 2, 3
      union all
      select shop_day(f.at), t.staff_id, t.group_id, 0, count(*), 0, 0, 0, null, null, null
        from member_firsts f join touches t on t.id = f.touch_id
       where f.at >= $3 and f.at < $4 and ${conditions(scope)('t')} group by 1, 2, 3
      union all
      select shop_day(claimed_at), staff_id, group_id, 0, 0, count(*), 0, 0, null, null, null
        from (${claimedSql(scope)}) claimed group by 1, 2, 3
      union all
      select shop_day(paid_at), staff_id, group_id, 0, 0, 0, count(*), sum(net_fen), null, ${listed(numberOf('paid'))}, null
        from (${paidSql(scope)}) paid group by 1, 2, 3
      union all
      select shop_day(created_at), staff_id, group_id, 0, 0, 0, 0, 0, null, null,
             ${listed(`${numberOf('placed')} || int4send(coalesce(shop_day(paid_at), 0))`)}
        from (${placedSql(scope)}) placed group by 1, 2, 3
    ) parts
   group by day, staff_id, group_id`
