/** The shop lives in Asia/Shanghai: UTC+8, no daylight saving (since 1991), so plain arithmetic is exact. */
export const SHOP_OFFSET_MS = 8 * 3_600_000
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

export interface ShopTime {
  readonly year: number
  /** 1–12 */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** A day of the shop's calendar, `2026-07-03`. Sorts as text. */
export type ShopDay = string

const two = (n: number) => String(n).padStart(2, '0')

/** Days since 1970-01-01 of the shop's calendar. */
export const dayNumberOf = (ms: number): number => Math.floor((ms + SHOP_OFFSET_MS) / DAY_MS)

/** When the shop's day containing `ms` began. */
export const startOfDay = (ms: number): number => dayNumberOf(ms) * DAY_MS - SHOP_OFFSET_MS

/** What the shop's wall clock shows. Calendar from the day number by Howard Hinnant's civil_from_days. */
export function shopTime(ms: number): ShopTime {
  const dayNumber = dayNumberOf(ms)
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const secondOfDay = Math.floor((ms + SHOP_OFFSET_MS) / 1000) - dayNumber * 86_400
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
    hour: Math.floor(secondOfDay / 3600),
    minute: Math.floor(secondOfDay / 60) % 60,
    second: secondOfDay % 60,
  }
}

/** The shop's day that `ms` falls on. */
export function dayOf(ms: number): ShopDay {
  const { year, month, day } = shopTime(ms)
  return `${year}-${two(month)}-${two(day)}`
}

/** "7月3日 20:14", as staff read it. */
export function momentText(ms: number): string {
  const { month, day, hour, minute } = shopTime(ms)
  return `${month}月${day}日 ${two(hour)}:${two(minute)}`
}

/** "7月3日" */
export function dayText(ms: number): string {
  const { month, day } = shopTime(ms)
  return `${month}月${day}日`
}
