import { consume, putBack, release, reserve, type StockRow, settleLatePayment } from '@domain/order/stock'

const shelf = (skuId: string, onHand: number, reserved = 0, isWithdrawn = false): StockRow => ({
  skuId,
  onHand,
  reserved,
  isWithdrawn,
})
const wants = (skuId: string, quantity: number) => ({ skuId, quantity })

describe('stock', () => {
  it('is held for all lines of an order, in the order of ids so that locks never cross', () => {
    expect(reserve([wants('b', 1), wants('a', 2)], [shelf('a', 2), shelf('b', 5, 4)])).toEqual({
      ok: true,
      value: [
        { skuId: 'a', onHand: 0, reserved: 2 },
        { skuId: 'b', onHand: 0, reserved: 1 },
      ],
    })
  })

  it('is held for all lines or none: the short one is named with what is left', () => {
    expect(reserve([wants('a', 2), wants('b', 2)], [shelf('a', 2), shelf('b', 5, 4)])).toEqual({
      ok: false,
      error: { code: 'sku.out_of_stock', skuId: 'b', available: 1 },
    })
  })

  it('counts lines of the same SKU together', () => {
    expect(reserve([wants('a', 2), wants('a', 2)], [shelf('a', 3)]).ok).toBe(false)
  })

  it('is not sold once withdrawn or gone from the catalogue', () => {
    expect(reserve([wants('a', 1)], [shelf('a', 9, 0, true)])).toMatchObject({
      error: { code: 'sku.withdrawn' },
    })
    expect(reserve([wants('a', 1)], [])).toMatchObject({ error: { code: 'sku.withdrawn' } })
  })

  it('leaves the shelf at payment, is let go on closing, comes back only with the goods', () => {
    expect(consume([wants('a', 2)])).toEqual([{ skuId: 'a', onHand: -2, reserved: -2 }])
    expect(release([wants('a', 2)])).toEqual([{ skuId: 'a', onHand: 0, reserved: -2 }])
    expect(putBack([wants('a', 2)])).toEqual([{ skuId: 'a', onHand: 2, reserved: 0 }])
  })

  it('is taken again for money that came after release, if all pieces are still there', () => {
    const lines = [wants('a', 1), wants('b', 1)]
    expect(settleLatePayment(lines, [shelf('a', 1, 0, true), shelf('b', 1)])).toEqual({
      event: 'payLate',
      moves: [
        { skuId: 'a', onHand: -1, reserved: 0 },
        { skuId: 'b', onHand: -1, reserved: 0 },
      ],
    })
    expect(settleLatePayment(lines, [shelf('a', 1), shelf('b', 1, 1)])).toEqual({ event: 'payTooLate' })
  })
})
