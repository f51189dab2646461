import { fen, sumFen } from '../money'
import { DAY_MS, dayOf, type ShopDay, startOfDay } from '../shop-time'
import { isWithin } from './range'
import type { FigureScope, Figures, OpenRow, OrderRow, Ratio, TimeRange } from './rows'

type PaidRow = OrderRow & { readonly paidAt: number }

const isIn = (row: { staffId: string | null; groupId: string | null }, scope: FigureScope): boolean =>
  (scope.staffId === null || row.staffId === scope.staffId) &&
  (scope.groupId === null || row.groupId === scope.groupId)

/** A rate with its fraction; null value where there is nothing to divide by. */
export const ratio = (numerator: number, denominator: number): Ratio => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : numerator / denominator,
})

/** Opens: touches in the range that are not suspect. */
export const opensIn = (opens: readonly OpenRow[], range: TimeRange, scope: FigureScope): OpenRow[] =>
  opens.filter((row) => !row.isSuspect && isIn(row, scope) && isWithin(row.at, range))

/** Orders: paid in the range, later refunds notwithstanding. */
export const paidIn = (orders: readonly OrderRow[], range: TimeRange, scope: FigureScope): PaidRow[] =>
  orders.filter(
    (row): row is PaidRow => row.paidAt !== null && isIn(row, scope) && isWithin(row.paidAt, range),
  )

/**
 * New members: those whose very first opening of the shop is one of these opens. Needs every open of the shop,
 * since the first may lie before the range or belong to somebody else.
 */
export function newMembersIn(all: readonly OpenRow[], range: TimeRange, scope: FigureScope): Set<string> {
  const first = new Map<string, OpenRow>()
  for (const row of all) {
    if (row.isSuspect) continue
    const known = first.get(row.memberId)
    if (!known || row.at < known.at || (row.at === known.at && row.touchId < known.touchId)) {
      first.set(row.memberId, row)
    }
  }
  return new Set(opensIn([...first.values()], range, scope).map((row) => row.memberId))
}

/**
 * The figures of one staff member, one group or the shop over a range.
 * - net sales: merchandise paid by the range's orders less what was given back of them so far; freight apart
 * - conversion: of the members who opened, those who also have a paid order here
 * - order value: net sales per order
 * - repurchase: of the buyers, those with a second paid order in the range
 */
export function figures(
  opens: readonly OpenRow[],
  orders: readonly OrderRow[],
  range: TimeRange,
  scope: FigureScope,
): Figures {
  const seen = opensIn(opens, range, scope)
  const paid = paidIn(orders, range, scope)
  const members = new Set(seen.map((row) => row.memberId))
  const ordersOf = new Map<string, number>()
  for (const row of paid) ordersOf.set(row.memberId, (ordersOf.get(row.memberId) ?? 0) + 1)
  const buyers = [...ordersOf.keys()]
  const netSales = sumFen(paid.map((row) => row.goodsPaid - row.goodsRefunded))
  return {
    opens: seen.length,
    uniqueMembers: members.size,
    newMembers: newMembersIn(opens, range, scope).size,
    orders: paid.length,
    buyers: buyers.length,
    netSales,
    conversion: ratio(buyers.filter((id) => members.has(id)).length, members.size),
    orderValue: ratio(netSales, paid.length),
    repurchase: ratio(buyers.filter((id) => ordersOf.get(id)! >= 2).length, buyers.length),
  }
}

/** Members left at each step: opened → ordered → paid → paid again. Each step is part of the one before. */
export function funnel(
  opens: readonly OpenRow[],
  orders: readonly OrderRow[],
  range: TimeRange,
  scope: FigureScope,
): { step: 'opened' | 'ordered' | 'paid' | 'paidAgain'; members: number }[] {
  const opened = new Set(opensIn(opens, range, scope).map((row) => row.memberId))
  const created = orders.filter(
    (row) => isIn(row, scope) && isWithin(row.createdAt, range) && opened.has(row.memberId),
  )
  const paid = created.filter((row) => row.paidAt !== null && isWithin(row.paidAt, range))
  const times = new Map<string, number>()
  for (const row of paid) times.set(row.memberId, (times.get(row.memberId) ?? 0) + 1)
  return [
    { step: 'opened', members: opened.size },
    { step: 'ordered', members: new Set(created.map((row) => row.memberId)).size },
    { step: 'paid', members: times.size },
    { step: 'paidAgain', members: [...times.values()].filter((n) => n >= 2).length },
  ]
}

export interface TrendDay {
  readonly day: ShopDay
  readonly opens: number
  readonly orders: number
  readonly netSales: number
}

/** One row per day of the shop's calendar, empty days included, oldest first. */
export function trend(
  opens: readonly OpenRow[],
  orders: readonly OrderRow[],
  range: TimeRange,
  scope: FigureScope,
): TrendDay[] {
  const days: TrendDay[] = []
  for (let from = startOfDay(range.from); from < range.until; from += DAY_MS) {
    const day = { from: Math.max(from, range.from), until: Math.min(from + DAY_MS, range.until) }
    const paid = paidIn(orders, day, scope)
    days.push({
      day: dayOf(from),
      opens: opensIn(opens, day, scope).length,
      orders: paid.length,
      netSales: fen(sumFen(paid.map((row) => row.goodsPaid - row.goodsRefunded))),
    })
  }
  return days
}
