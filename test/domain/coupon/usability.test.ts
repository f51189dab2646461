import { isExpiringSoon, stateAt } from '@domain/coupon/coupon'
import { benefitOf, usability } from '@domain/coupon/usability'
import { fen } from '@domain/money'
import { DAY_MS, HOUR_MS } from '@domain/shop-time'
import { aCartLine, aCouponCart, aHeld, amountOff, NOW, rateOff } from './builders'

const cart = aCouponCart(
  [
    aCartLine({ lineId: 'a', amount: fen(8000), categoryId: 'fruit' }),
    aCartLine({ lineId: 'b', amount: fen(4000), categoryId: 'tea' }),
  ],
  800,
)
const no = (reason: object) => ({ ok: false, error: reason })

describe('a coupon on a cart', () => {
  it('takes off what it says when the goods reach its minimum', () => {
    expect(usability(aHeld(), cart, NOW)).toEqual({ ok: true, value: { off: 1000 } })
  })

  it('measures the goods in its scope alone', () => {
    const fruit = aHeld({ scope: { kind: 'categories', categoryIds: ['fruit'] }, off: rateOff(1200, 5000) })
    const tea = aHeld({ scope: { kind: 'products', productIds: ['product-b'] }, threshold: fen(3000) })

    expect(usability(fruit, cart, NOW)).toEqual(no({ code: 'coupon.below_minimum', shortBy: 1900 }))
    expect(usability({ ...fruit, threshold: fen(8000) }, cart, NOW)).toEqual({
      ok: true,
      value: { off: 960 },
    })
    expect(usability(tea, cart, NOW)).toEqual({ ok: true, value: { off: 1000 } })
    expect(benefitOf(tea, cart.lines).lineIds).toEqual(['b'])
  })

  it.each([
    [
      'is held by an unpaid order',
      { state: 'reserved' as const, orderId: 'o1' },
      { code: 'coupon.reserved', orderId: 'o1' },
    ],
    ['was used', { state: 'used' as const, orderId: 'o1' }, { code: 'coupon.used', orderId: 'o1' }],
    ['was upgraded', { state: 'upgraded' as const }, { code: 'coupon.upgraded' }],
    ['ran out this moment', { validUntil: NOW }, { code: 'coupon.expired', at: NOW }],
    [
      'was written down as expired',
      { state: 'expired' as const, validUntil: NOW - 5 },
      { code: 'coupon.expired', at: NOW - 5 },
    ],
    ['starts in a moment', { validFrom: NOW + 1 }, { code: 'coupon.not_started', from: NOW + 1 }],
    [
      'is for other goods',
      { scope: { kind: 'categories' as const, categoryIds: ['toys'] } },
      { code: 'coupon.out_of_scope' },
    ],
    ['asks for more goods', { threshold: fen(13_200) }, { code: 'coupon.below_minimum', shortBy: 1200 }],
  ])('cannot be used when it %s', (_, change, reason) => {
    expect(usability(aHeld(change), cart, NOW)).toEqual(no(reason))
  })

  it('for freight has nothing to do where freight is free', () => {
    const coupon = aHeld({ slot: 'freight', off: amountOff(1200) })

    expect(usability(coupon, cart, NOW)).toEqual({ ok: true, value: { off: 800 } })
    expect(usability(coupon, { ...cart, freightFee: fen(0) }, NOW)).toEqual(
      no({ code: 'coupon.nothing_to_reduce' }),
    )
  })

  it('stands back while another one fills its slot, but not for itself', () => {
    expect(usability(aHeld(), { ...cart, taken: { goods: 'other' } }, NOW)).toEqual(
      no({ code: 'coupon.slot_taken', by: 'other' }),
    )
    expect(usability(aHeld(), { ...cart, taken: { goods: 'coupon', freight: 'other' } }, NOW).ok).toBe(true)
  })

  it('leaves a fen to pay', () => {
    const all = aHeld({ threshold: fen(0), off: amountOff(99_999) })
    const gift = aCouponCart([aCartLine({ lineId: 'a', amount: fen(500) })])

    expect(usability(all, gift, NOW)).toEqual({ ok: true, value: { off: 499 } })
    expect(usability(all, aCouponCart([aCartLine({ lineId: 'a', amount: fen(1) })]), NOW)).toEqual(
      no({ code: 'coupon.nothing_to_reduce' }),
    )
  })
})

describe('an unused coupon', () => {
  it('is expired from its last moment on, whether or not a job wrote so', () => {
    expect(stateAt(aHeld({ validUntil: NOW + 1 }), NOW)).toBe('claimed')
    expect(stateAt(aHeld({ validUntil: NOW }), NOW)).toBe('expired')
    expect(stateAt(aHeld({ validUntil: NOW, state: 'reserved' }), NOW)).toBe('reserved')
  })

  it('is shown as ending in its last three days', () => {
    expect(isExpiringSoon(aHeld({ validUntil: NOW + 3 * DAY_MS + HOUR_MS }), NOW)).toBe(false)
    expect(isExpiringSoon(aHeld({ validUntil: NOW + 3 * DAY_MS }), NOW)).toBe(true)
    expect(isExpiringSoon(aHeld({ validUntil: NOW }), NOW)).toBe(false)
    expect(isExpiringSoon(aHeld({ validUntil: NOW + 1, state: 'used' }), NOW)).toBe(false)
  })
})
