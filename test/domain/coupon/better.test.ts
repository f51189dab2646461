import { notBetterAt } from '@domain/coupon/better'
import { fen } from '@domain/money'
import { couponOff } from '@domain/pricing/coupon-off'
import type { CouponOff, CouponSlot } from '@domain/pricing/types'
import * as fc from 'fast-check'
import { amountOff, rateOff } from './builders'

/** What pricing itself takes off an amount: the goods, or the freight fee. */
function taken(slot: CouponSlot, off: CouponOff, amount: number): number {
  const isGoods = slot === 'goods'
  const lines = [{ lineId: 'a', amount: fen(isGoods ? amount : 1) }]
  const coupon = { id: 'c', slot, lineIds: null, threshold: fen(0), off }
  const result = couponOff(coupon, lines, fen(isGoods ? 0 : amount))
  return result.ok ? result.value : 0
}

const cap = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 90_000 }))
const bps = fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(1000, 1001, 1010, 1200, 9999))
const benefit = fc.oneof(
  cap.map(amountOff),
  fc.tuple(bps, cap).map(([rate, most]) => rateOff(rate, most)),
)
const threshold = fc.oneof(fc.nat(100), fc.nat(100_000))

describe('a goods tier', () => {
  it.each([
    ['减10 → 减50', amountOff(1000), amountOff(5000), 19_900, null],
    ['减50 → 减50', amountOff(5000), amountOff(5000), 19_900, 19_900],
    // 10% reaches ¥50 at ¥500: from ¥500.10 on it gives a fen more than ¥50 would, until its cap of ¥60.
    ['9折至多60 → 减50', rateOff(1000, 6000), amountOff(5000), 19_900, 60_000],
    ['9折至多50 → 减51', rateOff(1000, 5000), amountOff(5100), 19_900, null],
    ['减20 → 8.8折至多100 from ¥199', amountOff(2000), rateOff(1200, 10_000), 19_900, null],
    ['减20 → 8.8折至多100 from ¥150', amountOff(2000), rateOff(1200, 10_000), 15_000, 15_000],
    ['8.8折至多100 → 8折至多80', rateOff(1200, 10_000), rateOff(2000, 8000), 19_900, 83_334],
    ['8.8折至多100 → 8折至多101', rateOff(1200, 10_000), rateOff(2000, 10_100), 19_900, null],
    ['1% → 2% where both round to nothing', rateOff(100, 500), rateOff(200, 600), 0, 0],
  ])('%s is better unless at fen %s', (_, below, above, from, at) => {
    expect(notBetterAt('goods', below, { threshold: fen(from), off: above })).toBe(at)
  })

  it('that passes gives strictly more at its threshold and at every larger amount', () => {
    fc.assert(
      fc.property(benefit, benefit, threshold, fc.array(fc.nat(200_000)), (below, above, from, more) => {
        fc.pre(notBetterAt('goods', below, { threshold: fen(from), off: above }) === null)
        const amounts = [0, 1, 2, 1_000_000, ...more].map((n) => from + n)
        const ties = amounts.filter((it) => taken('goods', above, it) <= taken('goods', below, it))
        expect(ties).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('that fails is shown an amount at which it gives no more', () => {
    fc.assert(
      fc.property(benefit, benefit, threshold, (below, above, from) => {
        const at = notBetterAt('goods', below, { threshold: fen(from), off: above })
        fc.pre(at !== null)
        expect(at).toBeGreaterThanOrEqual(from)
        expect(taken('goods', above, at!)).toBeLessThanOrEqual(taken('goods', below, at!))
      }),
      { numRuns: 500 },
    )
  })

  it('is judged as by trying every amount', () => {
    const small = fc.oneof(
      fc.integer({ min: 1, max: 40 }).map(amountOff),
      fc
        .tuple(fc.integer({ min: 500, max: 9999 }), fc.integer({ min: 1, max: 40 }))
        .map((it) => rateOff(...it)),
    )
    fc.assert(
      fc.property(small, small, fc.nat(300), (below, above, from) => {
        // At 5% a cap of 40 is reached by 800: nothing changes after.
        const amounts = Array.from({ length: 900 }, (_, n) => from + n)
        const fails = amounts.some((it) => taken('goods', above, it) <= taken('goods', below, it))
        expect(notBetterAt('goods', below, { threshold: fen(from), off: above }) !== null).toBe(fails)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a freight tier', () => {
  it.each([
    ['运费减6 → 减12', amountOff(600), amountOff(1200), true],
    ['运费减12 → 减6', amountOff(1200), amountOff(600), false],
    ['运费5折 → 减8, which covers every fee the half does', rateOff(5000, 800), amountOff(800), true],
    ['运费减6 → 5折, worse on small fees', amountOff(600), rateOff(5000, 3000), false],
    ['the same twice', amountOff(600), amountOff(600), false],
    ['the same rate with a higher cap', rateOff(5000, 500), rateOff(5000, 900), true],
  ])('%s', (_, below, above, isBetter) => {
    const at = notBetterAt('freight', below, { threshold: fen(9900), off: above })
    expect(at === null).toBe(isBetter)
  })

  it('is judged as by trying every fee: never worse, and somewhere better', () => {
    const small = fc.oneof(
      fc.integer({ min: 1, max: 40 }).map(amountOff),
      fc
        .tuple(fc.integer({ min: 500, max: 9999 }), fc.integer({ min: 1, max: 40 }))
        .map((it) => rateOff(...it)),
    )
    fc.assert(
      fc.property(small, small, (below, above) => {
        const fees = Array.from({ length: 900 }, (_, n) => n)
        const gaps = fees.map((it) => taken('freight', above, it) - taken('freight', below, it))
        const isBetter = gaps.every((gap) => gap >= 0) && gaps.some((gap) => gap > 0)
        expect(notBetterAt('freight', below, { threshold: fen(0), off: above }) === null).toBe(isBetter)
      }),
      { numRuns: 100 },
    )
  })
})
