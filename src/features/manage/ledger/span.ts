import { DAY_MS, dayOf, type ShopDay, shopTime, startOfDay } from '@domain/shop-time'

export interface Span {
  readonly from: ShopDay
  readonly to: ShopDay
}

export type SpanName = 'month' | 'lastMonth' | 'week'

export const SPANS: readonly { readonly key: SpanName; readonly text: string }[] = [
  { key: 'month', text: '本月' },
  { key: 'lastMonth', text: '上月' },
  { key: 'week', text: '近 7 天' },
]

/** The days a name stands for, in the shop's calendar, both included. */
export function spanOf(name: SpanName, nowMs: number): Span {
  if (name === 'week') return { from: dayOf(nowMs - 6 * DAY_MS), to: dayOf(nowMs) }
  const firstMs = startOfDay(nowMs) - (shopTime(nowMs).day - 1) * DAY_MS
  if (name === 'month') return { from: dayOf(firstMs), to: dayOf(nowMs) }
  const lastMs = firstMs - DAY_MS
  return { from: dayOf(lastMs - (shopTime(lastMs).day - 1) * DAY_MS), to: dayOf(lastMs) }
}

/** Rows of a CSV of ours, its heading and the empty end left out; a quoted cell may hold line ends. */
export function rowsOf(csv: string): number {
  let rows = 0
  let isQuoted = false
  for (const letter of csv) {
    if (letter === '"') isQuoted = !isQuoted
    if (letter === '\n' && !isQuoted) rows += 1
  }
  return Math.max(0, rows - 1)
}
