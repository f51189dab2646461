import { leftAfter, shouldAsk } from '@domain/message/ask'
import { fieldText, fieldTexts, fits } from '@domain/message/fields'
import { sendableFrom } from '@domain/message/occasions'
import { DAY_MS, HOUR_MS } from '@domain/shop-time'
import fc from 'fast-check'

/** 3 July 2026, midnight in Shanghai. */
const MIDNIGHT = Date.UTC(2026, 6, 2, 16)

describe('a field of a template', () => {
  it.each([
    [
      'thing1',
      'goods',
      { goods: '海边老果园霜降后采收的脆甜红富士苹果五斤装' },
      '海边老果园霜降后采收的脆甜红富士苹果五…',
    ],
    ['amount2', 'amount', { amount: 3790 }, '¥37.90'],
    ['time3', 'time', { time: MIDNIGHT + 20 * HOUR_MS + 14 * 60_000 }, '2026年7月3日 20:14'],
    ['character_string4', 'orderNumber', { orderNumber: '2026070320140001234567' }, '2026070320140001234567'],
    ['phrase5', 'status', { status: '已发货' }, '已发货'],
  ] as const)('%s shows %s within its limits', (key, fact, facts, shown) => {
    expect(fieldText({ key, fact }, facts)).toBe(shown)
  })

  it('that has nothing to show keeps the message back', () => {
    const fields = [{ key: 'thing1', fact: 'goods' } as const]

    expect(fieldTexts(fields, {}).missing).toEqual(fields[0])
  })

  it('never has more than twenty letters of a thing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (goods) => {
        const text = fieldText({ key: 'thing1', fact: 'goods' }, { goods })
        return text === null || ([...text].length <= 20 && text !== '')
      }),
    )
  })

  it('takes only facts that can fit', () => {
    expect([fits('thing1', 'goods'), fits('phrase1', 'goods'), fits('shoe1', 'goods')]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('quiet hours', () => {
  it.each([
    [21, 21],
    [22, 24 + 8],
    [23.5, 24 + 8],
    [0, 8],
    [7.99, 8],
    [8, 8],
  ])('let a message of %s o’clock go at %s', (hour, goes) => {
    expect(sendableFrom(MIDNIGHT + hour * HOUR_MS)).toBe(MIDNIGHT + goes * HOUR_MS)
  })
})

describe('asking', () => {
  const grant = { left: 0, keepsChoice: false, lastAnswer: 'reject', answeredAt: MIDNIGHT } as const

  it('leaves a member alone for two weeks after a no, and for good after a ban', () => {
    expect(shouldAsk(null, MIDNIGHT)).toBe(true)
    expect(shouldAsk(grant, MIDNIGHT + 13 * DAY_MS)).toBe(false)
    expect(shouldAsk(grant, MIDNIGHT + 14 * DAY_MS)).toBe(true)
    expect(shouldAsk({ ...grant, keepsChoice: true }, MIDNIGHT + 99 * DAY_MS)).toBe(false)
    expect(shouldAsk({ ...grant, lastAnswer: 'ban' }, MIDNIGHT + 99 * DAY_MS)).toBe(false)
  })

  it('counts each yes, and a no takes nothing granted before', () => {
    expect([leftAfter(1, 'accept'), leftAfter(1, 'reject'), leftAfter(2, 'ban')]).toEqual([2, 1, 0])
  })
})
