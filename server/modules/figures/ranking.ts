import type { RankingRow } from '@contract/figures'
import type { TimeRange } from '@domain/figures/rows'
import type { StaffCaller } from '../../platform/caller'
import { instantToText } from '../../platform/column-types'
import type { Queryable } from '../../platform/database'
import { fraction } from './service'

interface Row extends Omit<RankingRow, 'isMe' | 'conversion'> {
  readonly openedBuyers: number
}

const RANKING = {
  name: 'figures-ranking',
  text: `
    with seen as (
      select staff_id, member_id, count(*) as opens from touches
       where staff_id is not null and suspect_rule is null and at >= $1 and at < $2
       group by staff_id, member_id
    ), bought as (
      select staff_id, member_id, count(*) as orders, sum(net_fen) as net from order_credits
       where staff_id is not null and paid_at >= $1 and paid_at < $2
       group by staff_id, member_id
    ), opened as (
      select seen.staff_id, sum(seen.opens)::bigint as opens, count(*) as members,
             count(bought.member_id) as "openedBuyers"
        from seen left join bought using (staff_id, member_id) group by seen.staff_id
    ), sold as (
      select staff_id, sum(orders)::bigint as orders, sum(net)::bigint as net from bought group by staff_id
    )
    select rank() over (order by coalesce(sold.net, 0) desc)::int as place, s.id as "staffId", s.name, s.title,
           coalesce(sold.net, 0)::bigint as "netSalesFen", coalesce(sold.orders, 0)::bigint as orders,
           coalesce(opened.opens, 0)::bigint as opens, coalesce(opened.members, 0)::bigint as members,
           coalesce(opened."openedBuyers", 0)::bigint as "openedBuyers"
      from staff s
      left join opened on opened.staff_id = s.id
      left join sold on sold.staff_id = s.id
     where s.left_at is null and s.member_id is not null
     order by place, s.joined_at, s.id`,
} as const

/** Staff in service by net sales, equal sums sharing a place. */
export async function ranking(
  db: Queryable,
  caller: StaffCaller,
  { from, until }: TimeRange,
): Promise<RankingRow[]> {
  const { rows } = await db.$client.query<Row>({
    ...RANKING,
    values: [instantToText(from), instantToText(until)],
  })
  return rows.map(({ openedBuyers, ...row }) => ({
    ...row,
    isMe: row.staffId === caller.staff.staffId,
    conversion: fraction(openedBuyers, row.members),
  }))
}
