import type { FiguresView } from '@contract/figures'
import type { Fraction } from '@contract/staff'
import { type DayRow, sumOfDays } from '@domain/figures/days'
import { daysOf, previousRange } from '@domain/figures/range'
import type { FigureScope, TimeRange } from '@domain/figures/rows'
import { dayNumberOf, startOfDay } from '@domain/shop-time'
import type { Db } from '../../platform/database'
import { dayRows } from './day-rows'
import { spanOf } from './kept-days'

/** All figures of a scope over a range of whole days of the shop's calendar, each rate with its fraction. */
export async function figuresOf(db: Db, scope: FigureScope, range: TimeRange): Promise<FiguresView> {
  const earlier = spanOf(previousRange(range))
  const span = spanOf(range)
  const rows = await dayRows(db, scope, { from: earlier.from, until: span.until }, span.from)
  const sums = sumOfDays(rows, span)
  const before = sumOfDays(rows, earlier)
  return {
    from: range.from,
    to: range.until,
    opens: sums.opens,
    members: sums.members,
    newMembers: sums.newMembers,
    claims: sums.claims,
    orders: sums.orders,
    buyers: sums.buyers,
    netSalesFen: sums.netSales,
    conversion: fraction(sums.openedBuyers, sums.members),
    // Half up, as domain/figures has it.
    orderValueFen: sums.orders === 0 ? null : Math.round(sums.netSales / sums.orders),
    repurchase: fraction(sums.repeaters, sums.buyers),
    funnel: [
      { step: 'opened', members: sums.members },
      { step: 'ordered', members: sums.orderedMembers },
      { step: 'paid', members: sums.paidMembers },
      { step: 'paidAgain', members: sums.paidAgain },
    ],
    trend: trendOf(range, rows),
    previous: {
      opens: before.opens,
      members: before.members,
      orders: before.orders,
      netSalesFen: before.netSales,
    },
  }
}

/** Nobody came is not 0 %: without a denominator there is no rate. */
export const fraction = (part: number, whole: number): Fraction => ({
  part,
  whole,
  bps: whole === 0 ? null : Math.round((part * 10_000) / whole),
})

function trendOf(range: TimeRange, rows: readonly DayRow[]): FiguresView['trend'] {
  const first = dayNumberOf(startOfDay(range.from))
  const trend = daysOf(range).map((day) => ({ day, opens: 0, orders: 0, netSalesFen: 0 }))
  for (const row of rows) {
    const day = trend[row.day - first]
    if (!day) continue
    day.opens += row.opens
    day.orders += row.orders
    day.netSalesFen += row.netSales
  }
  return trend
}
