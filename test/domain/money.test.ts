import { bpsOf, fen, mulDiv, parseYuan, split, sumFen, yuanParts, yuanText } from '@domain/money'
import * as fc from 'fast-check'

const amount = fc.integer({ min: 0, max: 1e12 }).map(fen)
const weights = fc
  .array(fc.integer({ min: 0, max: 1e12 }).map(fen), { minLength: 1, maxLength: 50 })
  .filter((w) => sumFen(w) > 0)

describe('fen', () => {
  it('takes whole fen only, so that no float ever becomes money', () => {
    expect(fen(1990)).toBe(1990)
    expect(() => fen(19.9)).toThrow(RangeError)
    expect(() => fen(2 ** 53)).toThrow(RangeError)
    expect(() => fen(Number.NaN)).toThrow(RangeError)
  })

  it('knows no minus zero', () => {
    expect(Object.is(fen(-0), 0)).toBe(true)
  })

  it('does not compile where a plain number is passed for money', () => {
    // @ts-expect-error a number is not Fen
    expect(split(100, [fen(1)])).toEqual([100])
  })
})

describe('split', () => {
  it('gives the odd fen to the line with the largest remainder', () => {
    expect(split(fen(100), [fen(100), fen(200), fen(300)])).toEqual([17, 33, 50])
  })

  it('gives odd fen among equals to the earlier ones', () => {
    expect(split(fen(5), [1, 1, 1])).toEqual([2, 2, 1])
  })

  it('gives nothing to a weight of nothing', () => {
    expect(split(fen(10), [0, 3])).toEqual([0, 10])
  })

  it('shares nothing among nobody, and refuses to share something among nobody', () => {
    expect(split(fen(0), [0, 0])).toEqual([0, 0])
    expect(() => split(fen(1), [0, 0])).toThrow(RangeError)
    expect(() => split(fen(-1), [1])).toThrow(RangeError)
  })

  it('never creates or loses a fen', () => {
    fc.assert(fc.property(amount, weights, (total, w) => sumFen(split(total, w)) === total))
  })

  it('is never a whole fen away from the exact share, even where the product passes 2^53', () => {
    fc.assert(
      fc.property(amount, weights, (total, w) => {
        const whole = BigInt(sumFen(w))
        split(total, w).forEach((part, i) => {
          const gap = BigInt(part) * whole - BigInt(total) * BigInt(w[i]!)
          expect(gap < whole && gap > -whole).toBe(true)
        })
      }),
    )
  })

  it('never gives a part more than its weight when the total fits the weights', () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (w, share) => {
        const total = fen(Math.floor(sumFen(w) * share))
        split(total, w).forEach((part, i) => {
          expect(part).toBeLessThanOrEqual(w[i]!)
        })
      }),
    )
  })
})

describe('rates', () => {
  it.each([
    ['down', 87],
    ['up', 88],
    ['half-up', 88],
  ] as const)('rounds 875‱ of ¥10.00 (87.5 fen) %s to %d', (rounding, expected) => {
    expect(bpsOf(fen(1000), 875, rounding)).toBe(expected)
  })

  it('is exact beyond 2^53', () => {
    expect(bpsOf(fen(9_007_199_254_740_991), 9_999, 'down')).toBe(9_006_298_534_815_516)
    expect(mulDiv(9_007_199_254_740_991, 9_999, 10_000).remainder).toBe(9_009)
  })

  it('agrees with BigInt for every product, small or large', () => {
    const n = fc.nat(Number.MAX_SAFE_INTEGER)
    fc.assert(
      fc.property(n, fc.nat(10_000), fc.integer({ min: 1, max: 1e15 }), (a, b, c) => {
        const exact = BigInt(a) * BigInt(b)
        fc.pre(exact / BigInt(c) <= BigInt(Number.MAX_SAFE_INTEGER))
        expect(mulDiv(a, b, c)).toEqual({
          quotient: Number(exact / BigInt(c)),
          remainder: Number(exact % BigInt(c)),
        })
      }),
    )
  })
})

describe('yuan in files', () => {
  it.each([
    ['12.30', 1230],
    ['12.3', 1230],
    ['12', 1200],
    ['0.01', 1],
    [' 99.90 ', 9990],
    ['19.99', 1999],
  ])('reads %j as %d fen', (text, expected) => {
    expect(parseYuan(text)).toEqual({ ok: true, value: expected })
  })

  it.each(['', '-1', '1,200', '1.234', '1e3', '¥12', '12元', '.5', '１２', '9'.repeat(13)])(
    'refuses %j',
    (text) => {
      expect(parseYuan(text)).toMatchObject({ ok: false, error: { code: 'money.not_yuan' } })
    },
  )

  it('writes what it reads', () => {
    fc.assert(
      fc.property(fc.nat(1e12), (n) => {
        expect(parseYuan(yuanText(fen(n)))).toEqual({ ok: true, value: n })
      }),
    )
  })

  it('splits a price for the price tag', () => {
    expect(yuanParts(fen(123_405))).toEqual({ sign: '', yuan: '1234', cents: '05' })
    expect(yuanParts(fen(-5))).toEqual({ sign: '-', yuan: '0', cents: '05' })
  })
})
