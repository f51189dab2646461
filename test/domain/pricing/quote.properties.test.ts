import { type Fen, fen, sumFen } from '@domain/money'
import { linesInScope } from '@domain/pricing/coupon-off'
import { quote } from '@domain/pricing/quote'
import type { CouponBenefit, Quote, QuoteInput } from '@domain/pricing/types'
import * as fc from 'fast-check'
import { flatFreight } from '../support/builders'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const price = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 900_000 })).map(fen)

const lines = fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 1 }).chain((ids) =>
  fc.tuple(
    ...ids.map((lineId) =>
      fc.record({
        lineId: fc.constant(lineId),
        skuId: fc.constant(`sku-${lineId}`),
        unitPrice: price,
        quantity: fc.oneof(
          { weight: 5, arbitrary: fc.integer({ min: 1, max: 5 }) },
          { weight: 1, arbitrary: fc.integer({ min: 1, max: 99 }) },
        ),
        campaign: fc.option(fc.record({ id: fc.constant('auto'), unitPrice: price })),
      }),
    ),
  ),
)

const coupon = (slot: 'goods' | 'freight') =>
  fc.record<CouponBenefit>({
    id: fc.constant(slot),
    slot: fc.constant(slot),
    lineIds: fc.option(fc.subarray(IDS)),
    threshold: fc.oneof(fc.constant(fen(0)), price),
    off: fc.oneof(
      fc.record({ kind: fc.constant('amount' as const), amountOff: price }),
      fc.record({
        kind: fc.constant('rate' as const),
        offBps: fc.integer({ min: 1, max: 10_000 }),
        capFen: fc.option(price),
      }),
    ),
  })

const cart: fc.Arbitrary<QuoteInput> = fc.record({
  lines,
  goodsCoupon: fc.option(coupon('goods')),
  freightCoupon: fc.option(coupon('freight')),
  freight: fc.tuple(fc.nat(2000), fc.option(fc.nat(100_000))).map(([fee, over]) => flatFreight(fee, over)),
  areaCode: fc.constant('440305'),
})

/** Checks a claim about every cart that can be priced. */
const forEveryQuote = (claim: (bill: Quote, input: QuoteInput) => void) =>
  fc.assert(
    fc.property(cart, (input) => {
      const result = quote(input)
      fc.pre(result.ok)
      if (result.ok) claim(result.value, input)
    }),
    { numRuns: 300 },
  )

const without = (input: QuoteInput): Quote => {
  const result = quote({ ...input, goodsCoupon: null, freightCoupon: null })
  if (!result.ok) throw new Error('a cart that has a price with coupons has one without')
  return result.value
}

describe('every quote', () => {
  it('has parts that sum to the whole, from units to lines to what is paid', () => {
    forEveryQuote((bill) => {
      for (const line of bill.lines) {
        expect(sumFen(line.unitPaid)).toBe(line.paid)
        expect(line.unitPaid).toHaveLength(line.quantity)
        expect(line.listAmount - line.campaignOff - line.couponOff).toBe(line.paid)
      }
      expect(sumFen(bill.lines.map((line) => line.paid))).toBe(bill.goodsPaid)
      expect(bill.goodsPaid + bill.freightPaid).toBe(bill.payable)
      expect(bill.listTotal + bill.freightFee - bill.saved).toBe(bill.payable)
      expect(sumFen(bill.lines.map((line) => line.couponOff))).toBe(bill.goodsCoupon?.off ?? 0)
    })
  })

  it('has no part below nothing or above its line', () => {
    forEveryQuote((bill) => {
      for (const line of bill.lines) {
        expect(line.paid).toBeGreaterThanOrEqual(0)
        expect(line.couponOff).toBeLessThanOrEqual(line.campaignUnitPrice * line.quantity)
        expect(line.unitPaid.every((unit) => unit >= 0 && unit <= line.campaignUnitPrice)).toBe(true)
      }
      expect(bill.freightPaid).toBeGreaterThanOrEqual(0)
    })
  })

  it('gives each line and each unit its exact share of the coupon to less than a fen', () => {
    forEveryQuote((bill, { goodsCoupon }) => {
      if (!goodsCoupon || !bill.goodsCoupon) return
      const amountOf = (lineId: string): Fen => {
        const line = bill.lines.find((l) => l.lineId === lineId)!
        return fen(line.listAmount - line.campaignOff)
      }
      const scope = linesInScope(
        goodsCoupon,
        bill.lines.map(({ lineId }) => ({ lineId, amount: amountOf(lineId) })),
      )
      const base = BigInt(sumFen(scope.map((line) => line.amount)))
      const off = BigInt(bill.goodsCoupon.off)
      for (const { lineId, amount } of scope) {
        const line = bill.lines.find((l) => l.lineId === lineId)!
        const gap = BigInt(line.couponOff) * base - off * BigInt(amount)
        expect(gap < base && gap > -base).toBe(true)
        const unitGaps = line.unitPaid.map(
          (unit) => BigInt(line.campaignUnitPrice - unit) * base - off * BigInt(line.campaignUnitPrice),
        )
        expect(unitGaps.every((unitGap) => unitGap < base && unitGap > -base)).toBe(true)
      }
    })
  })

  it('is the same whatever the order of the cart', () => {
    fc.assert(
      fc.property(
        cart.chain((input) =>
          fc.tuple(
            fc.constant(input),
            fc.shuffledSubarray([...input.lines], { minLength: input.lines.length }),
          ),
        ),
        ([input, shuffled]) => {
          const [one, other] = [quote(input), quote({ ...input, lines: shuffled })]
          if (!one.ok || !other.ok) return expect(one.ok).toBe(other.ok)
          const sorted = (bill: Quote) => [...bill.lines].sort((a, b) => (a.lineId < b.lineId ? -1 : 1))
          expect({ ...other.value, lines: sorted(other.value) }).toEqual({
            ...one.value,
            lines: sorted(one.value),
          })
        },
      ),
    )
  })

  it('gives back exactly what was paid, in whatever order and grouping the units are refunded', () => {
    fc.assert(
      fc.property(cart, fc.infiniteStream(fc.nat(3)), (input, groups) => {
        const result = quote(input)
        fc.pre(result.ok)
        if (!result.ok) return
        const refunds = new Map<number, number>()
        for (const line of result.value.lines) {
          for (const unit of line.unitPaid) {
            const group = groups.next().value ?? 0
            refunds.set(group, (refunds.get(group) ?? 0) + unit)
          }
        }
        expect(sumFen(refunds.values())).toBe(result.value.goodsPaid)
      }),
    )
  })

  it('leaves at least 1 fen to pay', () => {
    forEveryQuote((bill) => expect(bill.payable).toBeGreaterThanOrEqual(1))
  })

  it('is never dearer for a coupon', () => {
    forEveryQuote((bill, input) => {
      const plain = without(input)
      expect(bill.payable).toBeLessThanOrEqual(plain.payable)
      const goodsOnly = quote({ ...input, freightCoupon: null })
      if (goodsOnly.ok) expect(bill.payable).toBeLessThanOrEqual(goodsOnly.value.payable)
      const freightOnly = quote({ ...input, goodsCoupon: null })
      if (freightOnly.ok) expect(bill.payable).toBeLessThanOrEqual(freightOnly.value.payable)
    })
  })

  it('asks the same freight with and without coupons', () => {
    forEveryQuote((bill, input) => expect(bill.freightFee).toBe(without(input).freightFee))
  })
})
