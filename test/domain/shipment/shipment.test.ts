import { countUnits, isOverdue, pack, unitsToShip } from '@domain/shipment/parcels'
import { receiptBy } from '@domain/shipment/receipt'
import { describeParcel, maskedPhone, uploadVerdict } from '@domain/shipment/upload'
import { HOUR_MS } from '@domain/shop-time'
import fc from 'fast-check'

const order = {
  lines: [
    { lineId: 'a', quantity: 3 },
    { lineId: 'b', quantity: 1 },
  ],
  sent: [],
  gone: [],
}

describe('packing', () => {
  it('puts everything that is left into a parcel without lines', () => {
    const half = {
      ...order,
      sent: [{ lineId: 'a', unitNumbers: [0] }],
      gone: [{ lineId: 'a', unitNumbers: [2] }],
    }

    expect(pack(half, [{ lines: null }], 1)).toMatchObject({
      value: [
        [
          { lineId: 'a', unitNumbers: [1] },
          { lineId: 'b', unitNumbers: [0] },
        ],
      ],
    })
  })

  it.each([
    [[{ lines: [{ lineId: 'a', quantity: 4 }] }], 0, 'parcel.units_refused'],
    [[{ lines: [{ lineId: 'x', quantity: 1 }] }], 0, 'parcel.units_refused'],
    [[{ lines: null }, { lines: null }], 0, 'parcel.nothing_left'],
    [[{ lines: null }], 10, 'parcel.too_many'],
  ])('refuses %j after %s parcels', (wanted, before, code) => {
    expect(pack(order, wanted, before)).toMatchObject({ error: { code } })
  })

  it('never sends a piece twice and never loses one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 4 }), (sizes) => {
        const wanted = sizes.map((quantity) => ({ lines: [{ lineId: 'a', quantity }] }))
        const packed = pack(order, wanted, 0)
        if (!packed.ok) return sizes.reduce((sum, n) => sum + n, 0) > 3
        const sent = packed.value.flat()
        const units = sent.flatMap(({ unitNumbers }) => unitNumbers)
        return (
          new Set(units).size === units.length &&
          countUnits(unitsToShip({ ...order, sent })) + units.length === 4
        )
      }),
    )
  })
})

describe('shipping', () => {
  it('is overdue 48 hours after payment', () => {
    expect([isOverdue(0, 48 * HOUR_MS - 1), isOverdue(0, 48 * HOUR_MS)]).toEqual([false, true])
  })

  it('is described within 120 characters, and shows no more of a phone than its end', () => {
    const long = describeParcel([{ lineId: 'a', unitNumbers: [0, 1] }], () => '橙'.repeat(200))

    expect([...long]).toHaveLength(120)
    expect(describeParcel([{ lineId: 'a', unitNumbers: [0, 1] }], () => '脐橙')).toBe('脐橙×2')
    expect([maskedPhone('+86 138 0013 8000'), maskedPhone('12')]).toEqual(['138****8000', null])
  })

  it.each([
    [10060023, 'known'],
    [10060012, 'later'],
    [10060001, 'later'],
    [10060003, 'refused'],
    [1, 'refused'],
  ])('that WeChat answers with %s is %s', (errcode, verdict) => {
    expect(uploadVerdict(errcode).verdict).toBe(verdict)
  })
})

describe('receipt', () => {
  const told = (state: number, isInComplaint = false) => ({ state, isInComplaint })

  it.each([
    [told(3), 100, 0, 'wechat'],
    [told(2), 100, 99, 'wait'],
    [told(2), 100, 100, 'clock'],
    [null, 100, 100, 'clock'],
    [told(2, true), 100, 100, 'wait'],
    [told(2), null, 100, 'wait'],
  ] as const)('with WeChat saying %j, due at %s, at %s is by %s', (answer, dueAt, nowMs, by) => {
    expect(receiptBy(answer, dueAt, nowMs)).toBe(by)
  })
})
