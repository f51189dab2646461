import type { Range } from '@contract/staff'
import { MAX_RANGE_DAYS, rangeOf } from '@domain/figures/range'
import { DAY_MS, dayOf, type ShopDay } from '@domain/shop-time'
import { rangeText } from './ranges'

/** Whole days of the shop's calendar, both included. */
export interface Span {
  readonly from: ShopDay
  readonly to: ShopDay
}

/** The days a named range covers now. */
export function spanOf(range: Range, nowMs: number): Span {
  const { from, until } = rangeOf(range, nowMs)
  return { from: dayOf(from), to: dayOf(until - 1) }
}

const IS_DAY = /^\d{4}-\d{2}-\d{2}$/

/** Days as a page was given them; null for anything the API would refuse. */
export function readSpan(from = '', to = ''): Span | null {
  if (!IS_DAY.test(from) || !IS_DAY.test(to)) return null
  const days = dayCount({ from, to })
  return days >= 1 && days <= MAX_RANGE_DAYS ? { from, to } : null
}

const noon = (day: ShopDay): number => Date.parse(`${day}T12:00:00Z`)

/** How many days; NaN where one of them is no day, below 1 where they stand backward. */
export const dayCount = ({ from, to }: Span): number => Math.round((noon(to) - noon(from)) / DAY_MS) + 1

/** `2026-07-03` as `7/3`. */
export function shortDay(day: ShopDay): string {
  const [, month, date] = day.split('-')
  return `${Number(month)}/${Number(date)}`
}

/** As it is read: a named range by its name, one day alone, else first and last day. */
export function spanText(span: Span, nowMs: number): string {
  const named = (['today', '7d', '30d'] as const).find((range) => {
    const { from, to } = spanOf(range, nowMs)
    return span.from === from && span.to === to
  })
  if (named) return rangeText(named)
  return span.from === span.to ? shortDay(span.from) : `${shortDay(span.from)}–${shortDay(span.to)}`
}
