import { DAY_MS, SHOP_OFFSET_MS, shopTime, startOfDay } from '@domain/shop-time'

/** A moment of a file by the shop's clock; null where there is no such day or hour. */
export function readMoment(text: string, nowMs: number): number | null {
  const [day = '', clock = ''] = text.split(' ')
  const begins = day.startsWith('today')
    ? startOfDay(nowMs) + Number(day.slice('today'.length) || 0) * DAY_MS
    : startOfDate(day)
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  if (begins === null || hours > 23 || minutes > 59 || seconds > 59) return null
  return begins + ((hours * 60 + minutes) * 60 + seconds) * 1000
}

function startOfDate(day: string): number | null {
  const at = Date.parse(`${day}T00:00:00.000Z`)
  // 30 February reads as 2 March, or not at all.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) return null
  return at - SHOP_OFFSET_MS
}

const two = (n: number) => String(n).padStart(2, '0')

/** The same, written. Seconds only where there are any; below that nothing was ever written. */
export function writeMoment(at: number): string {
  const { year, month, day, hour, minute, second } = shopTime(at)
  const clock = `${two(hour)}:${two(minute)}${second > 0 ? `:${two(second)}` : ''}`
  return `${year}-${two(month)}-${two(day)} ${clock}`
}
