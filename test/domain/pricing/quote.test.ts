import { fen } from '@domain/money'
import { quote } from '@domain/pricing/quote'
import { aCart, aCoupon, aLine, flatFreight } from '../support/builders'

const priced = (cart: Parameters<typeof aCart>[0]) => {
  const result = quote(aCart(cart))
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}

const refused = (cart: Parameters<typeof aCart>[0]) => {
  const result = quote(aCart(cart))
  return result.ok ? null : result.error
}

const TEN_YUAN = aLine({ lineId: 'a', unitPrice: fen(1000) })

describe('the price of a cart', () => {
  it('is line prices, then campaign price, then goods coupon, then freight, then freight coupon', () => {
    const bill = priced({
      lines: [
        aLine({
          lineId: 'tea',
          unitPrice: fen(5000),
          quantity: 2,
          campaign: { id: 'summer', unitPrice: fen(4500) },
        }),
        aLine({ lineId: 'cup', unitPrice: fen(1990) }),
      ],
      goodsCoupon: aCoupon({
        id: '满100减20',
        threshold: fen(10_000),
        off: { kind: 'amount', amountOff: fen(2000) },
      }),
      freight: flatFreight(800),
      freightCoupon: aCoupon({ id: '运费券', slot: 'freight', off: { kind: 'amount', amountOff: fen(500) } }),
    })

    expect(bill).toMatchObject({
      listTotal: 11_990,
      campaignOff: 1000,
      goodsTotal: 10_990,
      goodsCoupon: { id: '满100减20', off: 2000 },
      goodsPaid: 8990,
      freightFee: 800,
      freightCoupon: { id: '运费券', off: 500 },
      freightPaid: 300,
      payable: 9290,
      saved: 3500,
    })
  })

  it('freezes what each unit cost, odd fen included', () => {
    const bill = priced({
      lines: [aLine({ lineId: 'egg', unitPrice: fen(333), quantity: 3 })],
      goodsCoupon: aCoupon({ off: { kind: 'amount', amountOff: fen(100) } }),
    })

    expect(bill.lines[0]).toMatchObject({ paid: 899, couponOff: 100, unitPaid: [299, 300, 300] })
  })

  it('gives the odd fen to the same line however the cart is sorted', () => {
    const lines = ['a', 'b', 'c'].map((lineId) => aLine({ lineId }))
    const goodsCoupon = aCoupon({ off: { kind: 'amount', amountOff: fen(100) } })
    const offs = (cart: typeof lines) =>
      Object.fromEntries(
        priced({ lines: cart, goodsCoupon }).lines.map((line) => [line.lineId, line.couponOff]),
      )

    expect(offs(lines)).toEqual({ a: 34, b: 33, c: 33 })
    expect(offs([...lines].reverse())).toEqual({ a: 34, b: 33, c: 33 })
  })

  it('ignores a campaign that would make a line dearer, and never sells a piece below 1 fen', () => {
    const dearer = aLine({ lineId: 'a', campaign: { id: 'odd', unitPrice: fen(2000) } })
    const free = aLine({ lineId: 'b', quantity: 3, campaign: { id: 'free', unitPrice: fen(0) } })

    const bill = priced({ lines: [dearer, free] })

    expect(bill.lines[0]).toMatchObject({ campaignId: null, paid: 1000 })
    expect(bill.lines[1]).toMatchObject({ campaignId: 'free', paid: 3 })
  })

  it('keeps 1 fen to pay where a coupon would take everything', () => {
    const bill = priced({
      lines: [TEN_YUAN],
      goodsCoupon: aCoupon({ off: { kind: 'amount', amountOff: fen(5000) } }),
    })

    expect(bill).toMatchObject({ payable: 1, goodsCoupon: { off: 999 } })
  })

  it('keeps that fen on the freight where the freight coupon took the last of it', () => {
    const bill = priced({
      lines: [TEN_YUAN],
      freight: flatFreight(600),
      goodsCoupon: aCoupon({ id: 'g', off: { kind: 'rate', offBps: 10_000, capFen: null } }),
      freightCoupon: aCoupon({
        id: 'f',
        slot: 'freight',
        off: { kind: 'rate', offBps: 10_000, capFen: null },
      }),
    })

    expect(bill).toMatchObject({ goodsPaid: 0, freightPaid: 1, payable: 1, freightCoupon: { off: 599 } })
  })

  it('does not burn a coupon that would take nothing off', () => {
    const oneFen = aLine({ lineId: 'a', unitPrice: fen(1) })
    expect(refused({ lines: [oneFen], goodsCoupon: aCoupon() })).toEqual({
      code: 'coupon.nothing_to_reduce',
      couponId: 'coupon',
    })
    expect(refused({ lines: [TEN_YUAN], freightCoupon: aCoupon({ slot: 'freight' }) })).toMatchObject({
      code: 'coupon.nothing_to_reduce',
    })
  })
})

describe('coupons in a quote', () => {
  it('reads 8.8折 as 1200‱ off, rounded down, up to its cap', () => {
    const off = { kind: 'rate', offBps: 1200, capFen: fen(1500) } as const
    const small = priced({
      lines: [aLine({ lineId: 'a', unitPrice: fen(9999) })],
      goodsCoupon: aCoupon({ off }),
    })
    const big = priced({
      lines: [aLine({ lineId: 'a', unitPrice: fen(50_000) })],
      goodsCoupon: aCoupon({ off }),
    })

    expect(small.goodsCoupon?.off).toBe(1199)
    expect(big.goodsCoupon?.off).toBe(1500)
  })

  it('says how much is missing below the threshold, counting the lines in scope only', () => {
    const lines = [
      aLine({ lineId: 'fruit', unitPrice: fen(8800) }),
      aLine({ lineId: 'soap', unitPrice: fen(9000) }),
    ]
    const coupon = aCoupon({ id: '水果满100', lineIds: ['fruit'], threshold: fen(10_000) })

    expect(refused({ lines, goodsCoupon: coupon })).toEqual({
      code: 'coupon.below_threshold',
      couponId: '水果满100',
      shortBy: 1200,
    })
  })

  it('takes its discount from the lines in scope only', () => {
    const lines = [aLine({ lineId: 'fruit' }), aLine({ lineId: 'soap' })]
    const bill = priced({ lines, goodsCoupon: aCoupon({ lineIds: ['soap'] }) })

    expect(bill.lines.map((line) => line.couponOff)).toEqual([0, 100])
  })

  it('refuses a coupon of which no line is in the cart, and a coupon in the wrong slot', () => {
    expect(refused({ lines: [TEN_YUAN], goodsCoupon: aCoupon({ lineIds: ['other'] }) })).toMatchObject({
      code: 'coupon.nothing_in_scope',
    })
    expect(refused({ lines: [TEN_YUAN], goodsCoupon: aCoupon({ slot: 'freight' }) })).toMatchObject({
      code: 'coupon.wrong_slot',
    })
  })

  it('measures the threshold before coupons, so that a goods coupon never locks out a freight coupon', () => {
    const bill = priced({
      lines: [TEN_YUAN],
      freight: flatFreight(600),
      goodsCoupon: aCoupon({ id: 'g', off: { kind: 'amount', amountOff: fen(900) } }),
      freightCoupon: aCoupon({ id: 'f', slot: 'freight', threshold: fen(1000) }),
    })

    expect(bill.payable).toBe(600)
  })
})

describe('what cannot be priced', () => {
  it.each([0, -1, 1.5, Number.NaN, 2 ** 53])('refuses a quantity of %d', (quantity) => {
    expect(refused({ lines: [aLine({ lineId: 'a', quantity })] })).toMatchObject({
      code: 'quote.quantity_invalid',
    })
  })

  it('refuses a billion pieces before any arithmetic goes astray', () => {
    expect(refused({ lines: [aLine({ lineId: 'a', quantity: 1e9 })] })).toEqual({ code: 'quote.too_large' })
    const cheap = aLine({ lineId: 'a', unitPrice: fen(1), quantity: 1e9 })
    expect(refused({ lines: [cheap] })).toEqual({ code: 'quote.too_large' })
  })

  it('refuses an empty cart, a line named twice, and a price of nothing', () => {
    expect(refused({ lines: [] })).toEqual({ code: 'quote.empty' })
    expect(refused({ lines: [TEN_YUAN, TEN_YUAN] })).toEqual({ code: 'quote.line_repeated', lineId: 'a' })
    expect(refused({ lines: [aLine({ lineId: 'a', unitPrice: fen(0) })] })).toMatchObject({
      code: 'quote.price_invalid',
    })
  })
})
