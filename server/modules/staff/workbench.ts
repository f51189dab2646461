import type { Fraction, Range, WorkbenchView } from '@contract/staff'
import { daysOf, rangeOf } from '@domain/figures/range'
import type { TimeRange } from '@domain/figures/rows'
import type { StaffCaller } from '../../platform/caller'
import { instantToText } from '../../platform/column-types'
import type { Db } from '../../platform/database'
import { staffSelfOf } from './store'
import { FIGURES, type FigureRow, RANK, type RankRow, TREND, type TrendRow } from './workbench-sql'

/** A staff member's figures over a range of whole days of the shop's calendar, each rate with its fraction. */
export async function workbenchOf(
  db: Db,
  caller: StaffCaller,
  range: Range,
  nowMs: number,
): Promise<WorkbenchView> {
  const days = rangeOf(range, nowMs)
  const values = [caller.staff.staffId, instantToText(days.from), instantToText(days.until)]
  const [self, figures, trend, rank] = await Promise.all([
    staffSelfOf(db, caller.memberId),
    db.$client.query<FigureRow>({ ...FIGURES, values }),
    db.$client.query<TrendRow>({ ...TREND, values }),
    db.$client.query<RankRow>({ ...RANK, values }),
  ])
  const row = figures.rows[0]
  if (!self || !row) throw new Error('a workbench without its staff member')
  return {
    staff: self,
    range,
    from: days.from,
    to: days.until,
    ...figuresView(row),
    trend: trendView(days, trend.rows),
    rank: rank.rows[0] ?? null,
  }
}

const figuresView = (row: FigureRow) => ({
  opens: row.opens,
  members: row.members,
  newMembers: row.newMembers,
  orders: row.orders,
  netSalesFen: row.netSales,
  conversion: fraction(row.openedBuyers, row.members),
  // Half up, as domain/figures has it.
  orderValueFen: row.orders === 0 ? null : Math.round(row.netSales / row.orders),
  repurchase: fraction(row.repeaters, row.buyers),
  funnel: [
    { step: 'opened' as const, members: row.members },
    { step: 'ordered' as const, members: row.orderedMembers },
    { step: 'paid' as const, members: row.paidMembers },
  ],
})

/** Nobody came is not 0 %: without a denominator there is no rate. */
const fraction = (part: number, whole: number): Fraction => ({
  part,
  whole,
  bps: whole === 0 ? null : Math.round((part * 10_000) / whole),
})

function trendView(days: TimeRange, rows: readonly TrendRow[]): WorkbenchView['trend'] {
  const byDay = new Map(rows.map((row) => [row.day, row]))
  return daysOf(days).map((day) => {
    const row = byDay.get(day)
    return { day, netSalesFen: row?.net ?? 0, orders: row?.orders ?? 0 }
  })
}
