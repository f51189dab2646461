import { dayText, shopTime } from '@domain/shop-time'

/** "7月3日" of this year, "2025年7月3日" of another. */
export function longDayText(ms: number, nowMs: number): string {
  const { year } = shopTime(ms)
  return year === shopTime(nowMs).year ? dayText(ms) : `${year}年${dayText(ms)}`
}
