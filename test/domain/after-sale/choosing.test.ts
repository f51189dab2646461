import { chooseUnits, unitsLeft } from '@domain/after-sale/choose'
import { memberReasons } from '@domain/after-sale/reasons'

const LINES = [
  { lineId: 'egg', quantity: 3 },
  { lineId: 'gift', quantity: 1 },
]

const AT_HOME = { sent: [], comesBack: false }

describe('the pieces to give back', () => {
  it('are everything nobody has spoken for, where nothing is said', () => {
    expect(chooseUnits(LINES, [{ lineId: 'egg', unit: 1 }], AT_HOME)).toEqual({
      ok: true,
      value: [
        { lineId: 'egg', unit: 0 },
        { lineId: 'egg', unit: 2 },
        { lineId: 'gift', unit: 0 },
      ],
    })
  })

  it('are taken by number, also where a line is named twice', () => {
    const one = { lineId: 'egg', quantity: 1 }

    expect(chooseUnits(LINES, [], AT_HOME, [one, one])).toMatchObject({ value: [{ unit: 0 }, { unit: 1 }] })
  })

  it('are refused where there are not so many left, or no such line', () => {
    expect(
      chooseUnits(LINES, [{ lineId: 'gift', unit: 0 }], AT_HOME, [{ lineId: 'gift', quantity: 1 }]),
    ).toEqual({
      ok: false,
      error: { code: 'refund.too_many_units', lineId: 'gift', left: 0 },
    })
    expect(chooseUnits(LINES, [], AT_HOME, [{ lineId: 'nuts', quantity: 1 }])).toMatchObject({
      error: { code: 'refund.unknown_line', lineId: 'nuts' },
    })
  })

  it('are refused where nothing is left at all', () => {
    const all = [...unitsLeft(LINES, [])].flatMap(([lineId, units]) =>
      units.map((unit) => ({ lineId, unit })),
    )

    expect(chooseUnits(LINES, all, AT_HOME)).toEqual({ ok: false, error: { code: 'refund.nothing_left' } })
  })
})

describe('pieces of a line of which one was sent', () => {
  const sent = [{ lineId: 'egg', unit: 0 }]
  const two = [{ lineId: 'egg', quantity: 2 }]

  it('give back those that never left first, so that they are not sent all the same', () => {
    expect(chooseUnits(LINES, [], { sent, comesBack: false }, two)).toMatchObject({
      value: [{ unit: 1 }, { unit: 2 }],
    })
  })

  it('give back the one that was sent first where it comes back', () => {
    expect(chooseUnits(LINES, [], { sent, comesBack: true }, two)).toMatchObject({
      value: [{ unit: 0 }, { unit: 1 }],
    })
  })
})

describe('the reasons a member can give', () => {
  it('do not say that goods arrived badly before they were sent, nor that the shop had none', () => {
    expect(memberReasons(false)).toEqual(['changed_mind', 'wrong_order', 'no_longer_needed', 'other'])
    expect(memberReasons(true)).toContain('damaged')
    expect(memberReasons(true)).not.toContain('out_of_stock')
  })
})
