import { bestCombination, type Combination, type Wanted } from '@domain/coupon/best'
import type { HeldCoupon } from '@domain/coupon/coupon'
import { type CouponCart, usability } from '@domain/coupon/usability'
import { fen } from '@domain/money'
import * as fc from 'fast-check'
import { bruteForce, payable } from './brute-force'
import { aCartLine, aCouponCart, aHeld, amountOff, NOW, rateOff } from './builders'

const CATEGORIES = ['fruit', 'tea', 'toys']
/** Small figures on purpose: ties, and the last fen, come up all the time. */
const little = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 60 }))

const cart: fc.Arbitrary<CouponCart> = fc
  .tuple(
    fc.array(fc.tuple(little, fc.constantFrom(...CATEGORIES)), { minLength: 1, maxLength: 4 }),
    fc.oneof(fc.nat(3), fc.nat(30)),
  )
  .map(([lines, fee]) =>
    aCouponCart(
      lines.map(([amount, categoryId], i) => aCartLine({ lineId: `l${i}`, amount: fen(amount), categoryId })),
      fee,
    ),
  )

const coupon = (id: string): fc.Arbitrary<HeldCoupon> =>
  fc
    .record({
      slot: fc.constantFrom('goods' as const, 'freight' as const),
      scope: fc.oneof(
        { weight: 3, arbitrary: fc.constant({ kind: 'all' as const }) },
        {
          weight: 1,
          arbitrary: fc
            .subarray(CATEGORIES)
            .map((categoryIds) => ({ kind: 'categories' as const, categoryIds })),
        },
      ),
      threshold: fc.oneof(fc.constant(fen(0)), little.map(fen)),
      // Beyond what validation lets through (benefits as large as the cart): the last fen must hold there too.
      off: fc.oneof(
        little.map(amountOff),
        fc
          .tuple(fc.integer({ min: 1, max: 10_000 }), fc.option(little))
          .map(([bps, cap]) => rateOff(bps, cap)),
      ),
      validUntil: fc.constantFrom(NOW, NOW + 1, NOW + 2),
      state: fc.constantFrom('claimed' as const, 'claimed' as const, 'claimed' as const, 'used' as const),
    })
    .map((some) => aHeld({ id, ...some }))

/** Coupons that take all but a fen or so: carts on the brink of costing nothing. */
const brink = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 })).chain(([goods, fee]) =>
  fc.tuple(
    fc.tuple(
      ...['a', 'b', 'c', 'd', 'e'].map((id) =>
        fc
          .record({
            slot: fc.constantFrom('goods' as const, 'freight' as const),
            most: fc.integer({ min: 1, max: 3 }),
            validUntil: fc.constantFrom(NOW + 1, NOW + 2),
          })
          .map(({ most, ...some }) => aHeld({ id, threshold: fen(0), off: amountOff(most), ...some })),
      ),
    ),
    fc.constant(aCouponCart([aCartLine({ lineId: 'a', amount: fen(goods) })], fee)),
  ),
)

const coupons = fc.nat(6).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => coupon(`c${i}`))))

const cases: fc.Arbitrary<[HeldCoupon[], CouponCart]> = fc.oneof(fc.tuple(coupons, cart), brink)

const idsOf = ({ goods, freight }: Combination) =>
  [goods, freight].filter((it) => it !== null).map(({ coupon: { id } }) => id)
const best = (all: readonly HeldCoupon[], on: CouponCart): Combination => {
  const result = bestCombination(all, on, NOW)
  if (!result.ok) throw new Error('nothing was wanted, so nothing can be refused')
  return result.value
}

describe('the best combination', () => {
  it('is what trying every pair finds, to the tie-break, at the price the quote gives', () => {
    fc.assert(
      fc.property(cases, ([all, on]) => {
        const found = best(all, on)
        const [first] = bruteForce(all, on)
        expect(idsOf(found)).toEqual(first!.chosen.map(({ id }) => id))
        expect(found.payable).toBe(first!.price)
        const bill = payable(on, found.goods?.coupon ?? null, found.freight?.coupon ?? null)!
        expect([found.goods?.off, found.freight?.off]).toEqual([
          bill.goodsCoupon?.off,
          bill.freightCoupon?.off,
        ])
      }),
      { numRuns: 2000 },
    )
  })

  it('around a choice of the member is what trying every pair with it finds', () => {
    fc.assert(
      fc.property(cases, fc.nat(5), fc.boolean(), ([all, on], i, isAlone) => {
        const chosen = all[i]
        fc.pre(chosen !== undefined && usability(chosen, on, NOW).ok)
        const other = chosen!.slot === 'goods' ? 'freight' : 'goods'
        const wanted: Wanted = { [chosen!.slot]: chosen!.id, ...(isAlone ? { [other]: null } : {}) }
        const result = bestCombination(all, on, NOW, wanted)
        const [first] = bruteForce(all, on, wanted)
        expect(result.ok && idsOf(result.value)).toEqual(first!.chosen.map(({ id }) => id))
        expect(result.ok && result.value.payable).toBe(first!.price)
      }),
      { numRuns: 1000 },
    )
  })

  it('never gets worse by one more coupon', () => {
    fc.assert(
      fc.property(cases, coupon('new'), ([all, on], another) => {
        expect(best([...all, another], on).payable).toBeLessThanOrEqual(best(all, on).payable)
      }),
    )
  })

  it('never makes anything dearer than no coupon, and leaves at least a fen to pay', () => {
    fc.assert(
      fc.property(cases, ([all, on]) => {
        const found = best(all, on)
        expect(found.payable).toBeLessThanOrEqual(payable(on, null, null)!.payable)
        expect(found.payable).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  it('does not depend on the order of coupons or lines', () => {
    fc.assert(
      fc.property(cases, ([all, on]) => {
        const turned = best([...all].reverse(), { ...on, lines: [...on.lines].reverse() })
        expect([idsOf(turned), turned.payable]).toEqual([idsOf(best(all, on)), best(all, on).payable])
      }),
    )
  })

  it('accounts for every coupon once: usable with what it takes off, or unusable with the reason', () => {
    fc.assert(
      fc.property(cases, ([all, on]) => {
        const found = best(all, on)
        for (const it of all) {
          const alone = usability(it, on, NOW)
          const usable = found.usable.filter(({ coupon }) => coupon.id === it.id)
          const unusable = found.unusable.filter(({ coupon }) => coupon.id === it.id)
          expect(usable.map(({ off }) => off)).toEqual(alone.ok ? [alone.value.off] : [])
          expect(unusable.map(({ reason }) => reason)).toEqual(alone.ok ? [] : [alone.error])
        }
      }),
    )
  })

  it('looks at each line a few times per coupon, not per pair: 200 coupons on 100 lines', () => {
    let looks = 0
    const lines = Array.from({ length: 100 }, (_, i) => {
      const line = aCartLine({ lineId: `l${i}`, categoryId: CATEGORIES[i % 3]!, amount: fen(1000 + i) })
      return Object.defineProperty({ ...line }, 'amount', {
        get() {
          looks += 1
          return line.amount
        },
      })
    })
    const all = Array.from({ length: 200 }, (_, i) =>
      aHeld({
        id: `c${i}`,
        slot: i % 2 === 0 ? 'goods' : 'freight',
        scope: i % 3 === 0 ? { kind: 'all' } : { kind: 'categories', categoryIds: [CATEGORIES[i % 3]!] },
        off: amountOff(100 + i),
      }),
    )

    const found = best(all, aCouponCart(lines, 5000))

    expect(found.usable.length).toBe(200)
    expect(looks).toBeLessThanOrEqual(201 * 100)
  })
})
