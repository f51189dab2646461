import { dayOf, momentText, shopTime, startOfDay } from '@domain/shop-time'
import * as fc from 'fast-check'

describe("the shop's clock", () => {
  it('reads 7月3日 20:14 where UTC reads 12:14', () => {
    expect(momentText(Date.UTC(2026, 6, 3, 12, 14, 59))).toBe('7月3日 20:14')
  })

  it('begins the day at 16:00 UTC of the day before', () => {
    const midnight = Date.UTC(2026, 6, 2, 16)
    expect(dayOf(midnight)).toBe('2026-07-03')
    expect(dayOf(midnight - 1)).toBe('2026-07-02')
    expect(startOfDay(midnight + 1)).toBe(midnight)
  })

  it('knows leap days', () => {
    expect(dayOf(Date.UTC(2028, 1, 29, 3))).toBe('2028-02-29')
    expect(dayOf(Date.UTC(2100, 1, 28, 20))).toBe('2100-03-01')
  })

  it('agrees with the calendar of the platform for every moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: -6e13, max: 2e14 }), (ms) => {
        const date = new Date(ms + 8 * 3_600_000)
        expect(shopTime(ms)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
          hour: date.getUTCHours(),
          minute: date.getUTCMinutes(),
          second: date.getUTCSeconds(),
        })
      }),
    )
  })
})
