import type { CartLine, CartView } from '@contract/cart'
import { type LineChange, piecesIn, withChanges } from '../../../src/features/cart/preview'

const PICTURE = { large: '', small: '' }

const aLine = (skuId: string, more: Partial<CartLine> = {}): CartLine => ({
  skuId,
  productId: `product of ${skuId}`,
  title: skuId,
  spec: {},
  picture: PICTURE,
  priceFen: 1000,
  seenPriceFen: 1000,
  quantity: 1,
  isChosen: true,
  state: 'ok',
  available: 9,
  maxQuantity: 9,
  ...more,
})

const aCart = (...lines: CartLine[]): CartView => ({
  lines,
  chosenCount: 0,
  goodsFen: 0,
  freight: { flatFen: 800, freeOverFen: 5900, toFreeFen: null },
})

const seenOf = (cart: CartView, ...changes: [string, LineChange][]) => withChanges(cart, new Map(changes))

describe('a cart before the server has answered', () => {
  it('counts what is chosen and can be had, and says what free freight still takes', () => {
    const cart = aCart(aLine('apples'), aLine('pears', { isChosen: false }))

    const seen = seenOf(cart, ['apples', { quantity: 3 }])

    expect(seen.goodsFen).toBe(3000)
    expect(seen.chosenCount).toBe(3)
    expect(seen.freight.toFreeFen).toBe(2900)
  })

  it('is free of freight from the very sum on', () => {
    const seen = seenOf(aCart(aLine('apples', { priceFen: 5900 })), ['apples', { isChosen: true }])

    expect(seen.freight.toFreeFen).toBeNull()
  })

  it('drops a line that was removed at once', () => {
    const seen = seenOf(aCart(aLine('apples'), aLine('pears')), ['apples', { isRemoved: true }])

    expect(seen.lines.map((line) => line.skuId)).toEqual(['pears'])
    expect(seen.goodsFen).toBe(1000)
  })

  it('makes a short line whole again when it asks for what is left', () => {
    const short = aLine('apples', { quantity: 5, available: 2, maxQuantity: 2, state: 'short' })

    const [line] = seenOf(aCart(short), ['apples', { quantity: 2 }]).lines

    expect(line?.state).toBe('ok')
  })

  it.each(['sold_out', 'withdrawn'] as const)('never sells a line that is %s', (state) => {
    const seen = seenOf(aCart(aLine('apples', { state })), ['apples', { quantity: 1, isChosen: true }])

    expect(seen.goodsFen).toBe(0)
    expect(piecesIn(seen)).toBe(0)
  })

  it("leaves the server's sums alone while nothing is pending", () => {
    const cart = { ...aCart(aLine('apples')), goodsFen: 1234 }

    expect(withChanges(cart, new Map())).toBe(cart)
  })
})
