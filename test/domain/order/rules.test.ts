import { checkLines, checkUnpaid, DEFAULT_LIMITS } from '@domain/order/limits'
import { isOrderNumber, orderNumber } from '@domain/order/number'
import * as fc from 'fast-check'
import { ORDERED_AT } from '../support/builders'

describe('limits', () => {
  it('let a member keep five unpaid orders, not six', () => {
    expect(checkUnpaid(4).ok).toBe(true)
    expect(checkUnpaid(5)).toEqual({ ok: false, error: { code: 'order.too_many_unpaid', max: 5 } })
  })

  it('hold stock for 15 minutes', () => {
    expect(DEFAULT_LIMITS.reserveMs).toBe(900_000)
  })

  it.each([0, -1, 2.5, Number.NaN])('refuse a quantity of %d', (quantity) => {
    expect(checkLines([{ skuId: 'a', quantity }])).toEqual({
      ok: false,
      error: { code: 'sku.quantity_invalid', skuId: 'a' },
    })
  })

  it('allow 99 pieces of a SKU, also when they are spread over lines', () => {
    expect(checkLines([{ skuId: 'a', quantity: 99 }]).ok).toBe(true)
    expect(
      checkLines([
        { skuId: 'a', quantity: 60 },
        { skuId: 'a', quantity: 40 },
      ]),
    ).toEqual({
      ok: false,
      error: { code: 'sku.limit_exceeded', skuId: 'a', max: 99 },
    })
  })

  it('allow 50 lines, and at least one', () => {
    const lines = Array.from({ length: 51 }, (_, i) => ({ skuId: `${i}`, quantity: 1 }))
    expect(checkLines(lines)).toEqual({ ok: false, error: { code: 'cart.full', maxLines: 50 } })
    expect(checkLines(lines.slice(1)).ok).toBe(true)
    expect(checkLines([])).toEqual({ ok: false, error: { code: 'order.empty' } })
  })
})

describe('an order number', () => {
  it("tells the shop's time, seven random digits and a check digit", () => {
    expect(orderNumber(ORDERED_AT, 42)).toMatch(/^202607102014000000042\d$/)
  })

  it('fits WeChat Pay and survives being read out: one wrong digit is noticed', () => {
    const serial = fc.nat(9_999_999)
    fc.assert(
      fc.property(serial, fc.nat(21), fc.integer({ min: 1, max: 9 }), (n, place, slip) => {
        const number = orderNumber(ORDERED_AT, n)
        const digit = (Number(number[place]) + slip) % 10
        const wrong = number.slice(0, place) + digit + number.slice(place + 1)

        expect(number).toMatch(/^[0-9A-Za-z_\-|*]{6,32}$/)
        expect([isOrderNumber(number), isOrderNumber(wrong)]).toEqual([true, false])
      }),
    )
  })

  it('refuses a serial out of range', () => {
    expect(() => orderNumber(ORDERED_AT, 10_000_000)).toThrow(RangeError)
    expect(() => orderNumber(ORDERED_AT, -1)).toThrow(RangeError)
  })
})
