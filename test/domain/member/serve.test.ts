import { adviceFor, isQuietHour, type ServeFacts } from '@domain/member/serve'
import { DAY_MS, HOUR_MS } from '@domain/shop-time'

/** 3 July 2026, 20:14 in Shanghai. */
const NOW = Date.UTC(2026, 6, 3, 12, 14)
const facts = (more: Partial<ServeFacts> = {}): ServeFacts => ({
  contactedAt: null,
  unpaid: null,
  unshipped: null,
  coupon: null,
  lastPaidAt: null,
  lastOpenAt: null,
  lastTitle: null,
  ...more,
})

describe('whom to serve', () => {
  it('names the most urgent reason, with its figures', () => {
    const late = { title: '五常大米', paidAt: NOW - 50 * HOUR_MS }
    const unpaid = { title: '草莓', expiresAt: NOW + HOUR_MS }
    const coupon = { title: '满199减50', validUntil: NOW + DAY_MS }

    expect(adviceFor(facts({ unshipped: late, unpaid, coupon }), NOW)?.why).toBe(
      '「五常大米」付款 50 小时还没发货',
    )
    expect(adviceFor(facts({ unpaid, coupon }), NOW)?.why).toBe('「草莓」下单未付款，7月3日 21:14 关闭')
    expect(adviceFor(facts({ coupon }), NOW)?.why).toBe('「满199减50」7月4日 20:14 到期，还没用')
  })

  it('names a buyer gone quiet, and leaves one alone after half a year', () => {
    const since = (days: number) => facts({ lastPaidAt: NOW - days * DAY_MS, lastTitle: '草莓' })

    expect(adviceFor(since(29), NOW)).toBeNull()
    expect(adviceFor(since(30), NOW)?.why).toBe('30 天没来了，上次买的是「草莓」')
    expect(adviceFor(since(181), NOW)).toBeNull()
  })

  it('leaves everybody in peace within the cooling time', () => {
    const unpaid = { title: '草莓', expiresAt: NOW + HOUR_MS }

    expect(adviceFor(facts({ unpaid, contactedAt: NOW - 6 * DAY_MS }), NOW)).toBeNull()
    expect(adviceFor(facts({ unpaid, contactedAt: NOW - 7 * DAY_MS }), NOW)).not.toBeNull()
  })

  it('keeps the night', () => {
    expect(isQuietHour(NOW)).toBe(false)
    expect(isQuietHour(NOW + 2 * HOUR_MS)).toBe(true)
  })
})
