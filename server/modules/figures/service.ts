import type { FiguresView } from '@contract/figures'
import type { Fraction } from '@contract/staff'
import { daysOf, previousRange } from '@domain/figures/range'
import type { FigureScope, TimeRange } from '@domain/figures/rows'
import { instantToText } from '../../platform/column-types'
import type { Db } from '../../platform/database'
import { type FigureColumns, figuresQuery, previousQuery, type TrendColumns, trendQuery } from './sql'

/** The values every scoped query takes. */
export const valuesOf = ({ staffId, groupId }: FigureScope, { from, until }: TimeRange): unknown[] => [
  staffId,
  groupId,
  instantToText(from),
  instantToText(until),
]

/** All figures of a scope over a range of whole days of the shop's calendar, each rate with its fraction. */
export async function figuresOf(db: Db, scope: FigureScope, range: TimeRange): Promise<FiguresView> {
  const values = valuesOf(scope, range)
  const [figures, trend, previous] = await Promise.all([
    db.$client.query<FigureColumns>({ ...figuresQuery(scope), values }),
    db.$client.query<TrendColumns>({ ...trendQuery(scope), values }),
    db.$client.query<FiguresView['previous']>({
      ...previousQuery(scope),
      values: valuesOf(scope, previousRange(range)),
    }),
  ])
  const [row, before] = [figures.rows[0], previous.rows[0]]
  if (!row || !before) throw new Error('figures without a row')
  return {
    from: range.from,
    to: range.until,
    opens: row.opens,
    members: row.members,
    newMembers: row.newMembers,
    claims: row.claims,
    orders: row.orders,
    buyers: row.buyers,
    netSalesFen: row.netSales,
    conversion: fraction(row.openedBuyers, row.members),
    // Half up, as domain/figures has it.
    orderValueFen: row.orders === 0 ? null : Math.round(row.netSales / row.orders),
    repurchase: fraction(row.repeaters, row.buyers),
    funnel: [
      { step: 'opened', members: row.members },
      { step: 'ordered', members: row.orderedMembers },
      { step: 'paid', members: row.paidMembers },
      { step: 'paidAgain', members: row.paidAgain },
    ],
    trend: trendView(range, trend.rows),
    previous: before,
  }
}

/** Nobody came is not 0 %: without a denominator there is no rate. */
export const fraction = (part: number, whole: number): Fraction => ({
  part,
  whole,
  bps: whole === 0 ? null : Math.round((part * 10_000) / whole),
})

function trendView(range: TimeRange, rows: readonly TrendColumns[]): FiguresView['trend'] {
  const byDay = new Map(rows.map((row) => [row.day, row]))
  return daysOf(range).map((day) => {
    const row = byDay.get(day)
    return { day, opens: row?.opens ?? 0, orders: row?.orders ?? 0, netSalesFen: row?.net ?? 0 }
  })
}
