import { DAY_MS, dayOf, SHOP_OFFSET_MS, type ShopDay, startOfDay } from '../shop-time'
import type { TimeRange } from './rows'

export type RangeName = 'today' | '7d' | '30d'

const DAYS: Record<RangeName, number> = { today: 1, '7d': 7, '30d': 30 }

/** Whole days of the shop's calendar, today included: '7d' is today and the six days before. */
export function rangeOf(name: RangeName, nowMs: number): TimeRange {
  const until = startOfDay(nowMs) + DAY_MS
  return { from: until - DAYS[name] * DAY_MS, until }
}

/** Longer ranges than this are refused: a year, leap days included. */
export const MAX_RANGE_DAYS = 366

/** These days of the shop's calendar, both included. Empty or backward where `to` is before `from`. */
export const dayRange = (from: ShopDay, to: ShopDay): TimeRange => ({
  from: beginOf(from),
  until: beginOf(to) + DAY_MS,
})

/** When a day of the shop's calendar began. Throws on a text that is no day. */
function beginOf(day: ShopDay): number {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(midnight)) throw new RangeError(`no day: ${day}`)
  return midnight - SHOP_OFFSET_MS
}

/** The equally long range just before, to compare with. */
export const previousRange = ({ from, until }: TimeRange): TimeRange => ({
  from: from - (until - from),
  until: from,
})

export const isWithin = (at: number, range: TimeRange): boolean => at >= range.from && at < range.until

/** The shop's days a range of whole days covers, oldest first. */
export function daysOf(range: TimeRange): ShopDay[] {
  const days: ShopDay[] = []
  for (let at = startOfDay(range.from); at < range.until; at += DAY_MS) days.push(dayOf(at))
  return days
}
