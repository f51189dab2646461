import { bestCombination } from '@domain/coupon/best'
import { fen } from '@domain/money'
import { DAY_MS } from '@domain/shop-time'
import { aCartLine, aCouponCart, aHeld, amountOff, NOW, rateOff } from './builders'

const cart = aCouponCart([aCartLine({ lineId: 'a', amount: fen(20_000) })], 1000)
const best = (...args: Parameters<typeof bestCombination>) => {
  const result = bestCombination(...args)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const idsOf = ({ goods, freight }: ReturnType<typeof best>) => [goods?.coupon.id, freight?.coupon.id]

describe('the best coupons for a cart', () => {
  it('are one of goods and one of freight, whichever saves most', () => {
    const found = best(
      [
        aHeld({ id: 'ten' }),
        aHeld({ id: 'rate', off: rateOff(1200, 3000) }),
        aHeld({ id: 'ship', slot: 'freight', off: amountOff(600) }),
      ],
      cart,
      NOW,
    )

    expect(idsOf(found)).toEqual(['rate', 'ship'])
    expect([found.goods?.off, found.freight?.off, found.saved, found.payable]).toEqual([
      2400, 600, 3000, 18_000,
    ])
    expect(found.usable.map(({ coupon, off }) => [coupon.id, off])).toEqual([
      ['rate', 2400],
      ['ten', 1000],
      ['ship', 600],
    ])
  })

  it('are none when none can be used, each with its reason', () => {
    const found = best(
      [aHeld({ id: 'big', threshold: fen(21_200) }), aHeld({ id: 'late', validUntil: NOW })],
      cart,
      NOW,
    )

    expect(idsOf(found)).toEqual([undefined, undefined])
    expect(found.payable).toBe(21_000)
    expect(found.unusable.map(({ coupon, reason }) => [coupon.id, reason])).toEqual([
      ['big', { code: 'coupon.below_minimum', shortBy: 1200 }],
      ['late', { code: 'coupon.expired', at: NOW }],
    ])
  })

  it('are of equal ones the one that ends first', () => {
    const soon = aHeld({ id: 'z-soon', validUntil: NOW + DAY_MS })

    expect(idsOf(best([aHeld({ id: 'a-late' }), soon], cart, NOW))[0]).toBe('z-soon')
  })

  it('are of equal ones that end together the one that wastes less of its face value, then by id', () => {
    const small = aCouponCart([aCartLine({ lineId: 'a', amount: fen(20_000) })], 500)
    const ship = (id: string, most: number) => aHeld({ id, slot: 'freight', off: amountOff(most) })

    expect(idsOf(best([ship('a', 1200), ship('c', 600), ship('b', 600)], small, NOW))[1]).toBe('b')
  })

  it('do not spend a coupon that changes nothing', () => {
    // Goods for nothing but the freight's single fen: a freight coupon could not lower what is left.
    const cheap = aCouponCart([aCartLine({ lineId: 'a', amount: fen(500) })], 1)
    const all = aHeld({ id: 'all', threshold: fen(0), off: amountOff(500) })
    const ship = aHeld({ id: 'ship', slot: 'freight', threshold: fen(0), off: amountOff(600) })

    expect(idsOf(best([ship, all], cheap, NOW))).toEqual(['all', undefined])
  })
})

describe('a member who chooses', () => {
  const coupons = [
    aHeld({ id: 'ten' }),
    aHeld({ id: 'twenty', off: amountOff(2000) }),
    aHeld({ id: 'ship', slot: 'freight', off: amountOff(600) }),
    aHeld({ id: 'big', threshold: fen(21_200) }),
  ]

  it('gets their coupon, and the best for the slot they left open', () => {
    expect(idsOf(best(coupons, cart, NOW, { goods: 'ten' }))).toEqual(['ten', 'ship'])
    expect(idsOf(best(coupons, cart, NOW, { goods: null }))).toEqual([undefined, 'ship'])
    expect(idsOf(best(coupons, cart, NOW, { goods: null, freight: null }))).toEqual([undefined, undefined])
  })

  it.each([
    ['not theirs', { goods: 'foreign' }, { code: 'coupon.unknown', couponId: 'foreign' }],
    ['of the other slot', { goods: 'ship' }, { code: 'coupon.wrong_slot', couponId: 'ship' }],
    [
      'that cannot be used',
      { goods: 'big' },
      {
        code: 'coupon.not_usable',
        couponId: 'big',
        reason: { code: 'coupon.below_minimum', shortBy: 1200 },
      },
    ],
  ])('one %s is refused, with the reason', (_, wanted, error) => {
    expect(bestCombination(coupons, cart, NOW, wanted)).toEqual({ ok: false, error })
  })

  it('two of which the first leaves the second nothing is told so', () => {
    const cheap = aCouponCart([aCartLine({ lineId: 'a', amount: fen(500) })], 1)
    const both = [
      aHeld({ id: 'all', threshold: fen(0), off: amountOff(500) }),
      aHeld({ id: 'ship', slot: 'freight', threshold: fen(0), off: amountOff(600) }),
    ]

    expect(bestCombination(both, cheap, NOW, { goods: 'all', freight: 'ship' })).toEqual({
      ok: false,
      error: { code: 'coupon.not_usable', couponId: 'ship', reason: { code: 'coupon.nothing_to_reduce' } },
    })
  })
})
