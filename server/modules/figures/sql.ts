import type { FigureScope } from '@domain/figures/rows'

/** Named prepared SQL over the values `[staffId, groupId, from, until]`, half-open. */
export interface ScopedQuery {
  readonly name: string
  readonly text: string
}

/** Whose rows: a condition per scope, so that each has the plan that fits it. */
export function conditions({ staffId, groupId }: FigureScope): (alias: string) => string {
  return (alias) =>
    [
      staffId === null ? '$1::uuid is null' : `${alias}.staff_id = $1`,
      groupId === null ? '$2::uuid is null' : `${alias}.group_id = $2`,
    ].join(' and ')
}

export const scopeName = ({ staffId, groupId }: FigureScope): string =>
  `${staffId === null ? 'any' : 'staff'}-${groupId === null ? 'any' : 'group'}`

/** The openings of the range that count, suspects apart. */
export const seenSql = (scope: FigureScope): string => `
  select t.id, t.member_id, t.at from touches t
   where ${conditions(scope)('t')} and t.suspect_rule is null and t.at >= $3 and t.at < $4`

/** Orders paid in the range, by who holds their credit now. */
export const paidSql = (scope: FigureScope): string => `
  select c.order_id as id, c.member_id, c.paid_at, c.net_fen, c.group_id from order_credits c
   where ${conditions(scope)('c')} and c.paid_at >= $3 and c.paid_at < $4`

/**
 * Orders placed in the range, paid or not: held by whom they were attributed to while unpaid, and by the holder of the
 * credit afterwards.
 */
const createdSql = (scope: FigureScope): string => `
  select o.member_id, c.paid_at from orders o left join order_credits c on c.order_id = o.id
   where ${conditions(scope)('o')} and o.created_at >= $3 and o.created_at < $4
     and (c.order_id is null or c.staff_id is not distinct from o.staff_id)
  union all
  select o.member_id, c.paid_at from order_credits c join orders o on o.id = c.order_id
   where ${conditions(scope)('c')} and c.paid_at >= $3 and o.created_at >= $3 and o.created_at < $4
     and c.staff_id is distinct from o.staff_id`

/**
 * Coupons claimed in the range, each counted to whom the member's latest counting opening of the day before the claim
 * counts to. A better copy got by an upgrade is no new claim.
 */
export const claimedSql = (scope: FigureScope): string => `
  select k.id, k.member_id, k.claimed_at, k.title, last.group_id
    from coupons k
    cross join lateral (
      select t.staff_id, t.group_id from touches t
       where t.member_id = k.member_id and t.suspect_rule is null
         and t.at <= k.claimed_at and t.at > k.claimed_at - interval '1 day'
       order by t.at desc, t.id desc limit 1
    ) last
   where k.claimed_at >= $3 and k.claimed_at < $4 and k.upgraded_from is null and ${conditions(scope)('last')}`

/**
 * Every figure of a scope over a range, as domain/figures defines them: tests compare each with a naive recount. Net
 * of an order is what its ledger lines sum to: merchandise paid less merchandise given back.
 */
export const figuresQuery = (scope: FigureScope): ScopedQuery => ({
  name: `figures-${scopeName(scope)}`,
  text: `
    with seen as materialized (${seenSql(scope)}
    ), opened as materialized (select distinct member_id from seen
    ), paid as materialized (${paidSql(scope)}
    ), buyers as materialized (select member_id, count(*) as orders from paid group by member_id
    ), created as materialized (
      select created.member_id, created.paid_at from (${createdSql(scope)}) created join opened using (member_id)
    ), again as (
      select member_id, count(*) as times from created
       where paid_at >= $3 and paid_at < $4 group by member_id
    )
    select (select count(*) from seen) as opens,
           (select count(*) from opened) as members,
           (select count(*) from member_firsts f join seen on seen.id = f.touch_id
             where f.at >= $3 and f.at < $4) as "newMembers",
           (select count(*) from (${claimedSql(scope)}) claimed) as claims,
           (select count(*) from paid) as orders,
           (select coalesce(sum(net_fen), 0)::bigint from paid) as "netSales",
           (select count(*) from buyers) as buyers,
           (select count(*) from buyers join opened using (member_id)) as "openedBuyers",
           (select count(*) from buyers where orders >= 2) as repeaters,
           (select count(distinct member_id) from created) as "orderedMembers",
           (select count(*) from again) as "paidMembers",
           (select count(*) from again where times >= 2) as "paidAgain"`,
})

export interface FigureColumns {
  readonly opens: number
  readonly members: number
  readonly newMembers: number
  readonly claims: number
  readonly orders: number
  readonly netSales: number
  readonly buyers: number
  readonly openedBuyers: number
  readonly repeaters: number
  readonly orderedMembers: number
  readonly paidMembers: number
  readonly paidAgain: number
}

const shopDay = (column: string): string =>
  `to_char((${column} at time zone 'UTC') + interval '8 hours', 'YYYY-MM-DD')`

/** Openings, orders and net sales per day of the shop's calendar (UTC+8 without daylight saving); empty days absent. */
export const trendQuery = (scope: FigureScope): ScopedQuery => ({
  name: `figures-trend-${scopeName(scope)}`,
  text: `
    select day, sum(opens)::bigint as opens, sum(orders)::bigint as orders, sum(net)::bigint as net from (
      select ${shopDay('seen.at')} as day, count(*) as opens, 0 as orders, 0 as net
        from (${seenSql(scope)}) seen group by 1
      union all
      select ${shopDay('paid.paid_at')}, 0, count(*), coalesce(sum(paid.net_fen), 0)
        from (${paidSql(scope)}) paid group by 1
    ) days group by day`,
})

export interface TrendColumns {
  readonly day: string
  readonly opens: number
  readonly orders: number
  readonly net: number
}

/** The few figures of the range before, to compare with. */
export const previousQuery = (scope: FigureScope): ScopedQuery => ({
  name: `figures-previous-${scopeName(scope)}`,
  text: `
    with seen as (${seenSql(scope)}), paid as (${paidSql(scope)})
    select (select count(*) from seen) as opens, (select count(distinct member_id) from seen) as members,
           (select count(*) from paid) as orders,
           (select coalesce(sum(net_fen), 0)::bigint from paid) as "netSalesFen"`,
})
