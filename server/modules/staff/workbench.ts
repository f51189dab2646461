import type { Range, WorkbenchView } from '@contract/staff'
import { rangeOf } from '@domain/figures/range'
import type { TimeRange } from '@domain/figures/rows'
import type { StaffCaller } from '../../platform/caller'
import { instantToText } from '../../platform/column-types'
import type { Db, Queryable } from '../../platform/database'
import { figuresOf } from '../figures/service'
import { staffSelfOf } from './store'

/** Place by net sales among the staff in service, equal sums sharing a place. */
const RANK = {
  name: 'workbench-rank',
  text: `
    with sales as (
      select s.id, coalesce(sum(c.net_fen), 0) as net
        from staff s
        left join order_credits c on c.staff_id = s.id and c.paid_at >= $2 and c.paid_at < $3
       where s.left_at is null and s.member_id is not null
       group by s.id
    )
    select rank::int as place, total::int as "of"
      from (select id, rank() over (order by net desc), count(*) over () as total from sales) ranked
     where id = $1`,
} as const

/** A staff member's figures over a range of whole days of the shop's calendar, each rate with its fraction. */
export async function workbenchOf(
  db: Db,
  caller: StaffCaller,
  range: Range,
  nowMs: number,
): Promise<WorkbenchView> {
  const days = rangeOf(range, nowMs)
  const { staffId } = caller.staff
  const [self, figures, rank] = await Promise.all([
    staffSelfOf(db, caller.memberId),
    figuresOf(db, { staffId, groupId: null }, days),
    rankOf(db, staffId, days),
  ])
  if (!self) throw new Error('a workbench without its staff member')
  return { staff: self, range, rank, ...figures }
}

async function rankOf(
  db: Queryable,
  staffId: string,
  { from, until }: TimeRange,
): Promise<WorkbenchView['rank']> {
  const { rows } = await db.$client.query<{ place: number; of: number }>({
    ...RANK,
    values: [staffId, instantToText(from), instantToText(until)],
  })
  return rows[0] ?? null
}
