/**
 * The figures of one staff member over a range, as domain/figures defines them: `test/server/staff/figures.test.ts`
 * compares each with a naive recount. $1 staff, $2 from, $3 until (half-open).
 *
 * - seen: openings that counted to them, suspects apart · paid: their orders paid in the range
 * - net of an order: what its ledger lines sum to, merchandise paid less merchandise given back
 */
export const FIGURES = {
  name: 'workbench-figures',
  text: `
    with seen as (
      select id, member_id, at from touches
       where staff_id = $1 and suspect_rule is null and at >= $2 and at < $3
    ), opened as (
      select distinct member_id from seen
    ), paid as (
      select o.id, o.member_id,
             coalesce((select sum(e.amount_fen) from ledger_entries e where e.order_id = o.id), 0) as net
        from orders o
       where o.staff_id = $1 and o.paid_at >= $2 and o.paid_at < $3
    ), buyers as (
      select member_id, count(*) as orders from paid group by member_id
    ), created as (
      select o.member_id, o.paid_at from orders o join opened using (member_id)
       where o.staff_id = $1 and o.created_at >= $2 and o.created_at < $3
    )
    select (select count(*) from seen) as opens,
           (select count(*) from opened) as members,
           (select count(*) from seen s
             where not exists (select 1 from touches f
                                where f.member_id = s.member_id and f.suspect_rule is null
                                  and (f.at, f.id) < (s.at, s.id))) as "newMembers",
           (select count(*) from paid) as orders,
           (select coalesce(sum(net), 0)::bigint from paid) as "netSales",
           (select count(*) from buyers) as buyers,
           (select count(*) from buyers join opened using (member_id)) as "openedBuyers",
           (select count(*) from buyers where orders >= 2) as repeaters,
           (select count(distinct member_id) from created) as "orderedMembers",
           (select count(distinct member_id) from created
             where paid_at >= $2 and paid_at < $3) as "paidMembers"`,
} as const

export interface FigureRow {
  readonly opens: number
  readonly members: number
  readonly newMembers: number
  readonly orders: number
  readonly netSales: number
  readonly buyers: number
  readonly openedBuyers: number
  readonly repeaters: number
  readonly orderedMembers: number
  readonly paidMembers: number
}

/** Net sales and orders per day of the shop's calendar (UTC+8 without daylight saving). Empty days are absent. */
export const TREND = {
  name: 'workbench-trend',
  text: `
    select to_char((o.paid_at at time zone 'UTC') + interval '8 hours', 'YYYY-MM-DD') as day,
           count(*) as orders,
           coalesce(sum((select sum(e.amount_fen) from ledger_entries e where e.order_id = o.id)), 0)::bigint as net
      from orders o
     where o.staff_id = $1 and o.paid_at >= $2 and o.paid_at < $3
     group by 1`,
} as const

export interface TrendRow {
  readonly day: string
  readonly orders: number
  readonly net: number
}

/** Place by net sales among the staff in service, equal sums sharing a place. */
export const RANK = {
  name: 'workbench-rank',
  text: `
    with sales as (
      select s.id, coalesce(sum(e.amount_fen), 0) as net
        from staff s
        left join orders o on o.staff_id = s.id and o.paid_at >= $2 and o.paid_at < $3
        left join ledger_entries e on e.order_id = o.id
       where s.left_at is null and s.member_id is not null
       group by s.id
    )
    select rank::int as place, total::int as "of"
      from (select id, rank() over (order by net desc), count(*) over () as total from sales) ranked
     where id = $1`,
} as const

export interface RankRow {
  readonly place: number
  readonly of: number
}
