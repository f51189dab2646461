import { shortageOf, shortageText, without } from '../../../src/features/checkout/shortage'
import { parseWanted, wantedText } from '../../../src/features/checkout/wanted'

const APPLES = '01a200bf-2b7d-73b8-9d6a-000000000001'
const PEARS = '01a200bf-2b7d-73b8-9d6a-000000000002'

describe('the lines named in the address of the checkout page', () => {
  it('are read back as they were written', () => {
    const lines = [
      { skuId: APPLES, quantity: 2 },
      { skuId: PEARS, quantity: 1 },
    ]

    expect(parseWanted(wantedText(lines))).toEqual(lines)
  })

  it.each([
    '',
    'apples:1',
    `${APPLES}:0`,
    `${APPLES}:-1`,
    `${APPLES}:1.5`,
    `${APPLES}:1000000000`,
    APPLES,
    '%%%',
  ])('are left out where they make no sense: "%s"', (text) => {
    expect(parseWanted(text)).toEqual([])
  })
})

describe('a line that cannot be had as it was asked for', () => {
  const wanted = [
    { skuId: APPLES, quantity: 5 },
    { skuId: PEARS, quantity: 1 },
  ]
  const refusal = (code: 'sku.out_of_stock' | 'sku.withdrawn' | 'sku.limit_exceeded', detail: object) => ({
    code,
    message: '',
    detail,
  })

  it('goes on with what is left and says so', () => {
    const shortage = shortageOf(refusal('sku.out_of_stock', { skuId: APPLES, available: 2 }), wanted)!

    expect(without(wanted, shortage)[0]).toEqual({ skuId: APPLES, quantity: 2 })
    expect(shortageText(shortage)).toBe('只剩 2 件，已从 5 件改为 2 件')
  })

  it('is cut to the limit of one order', () => {
    const shortage = shortageOf(refusal('sku.limit_exceeded', { skuId: APPLES, max: 3 }), wanted)!

    expect(without(wanted, shortage)[0]).toEqual({ skuId: APPLES, quantity: 3 })
    expect(shortageText(shortage)).toBe('每单限购 3 件，已从 5 件改为 3 件')
  })

  it('falls away where nothing is left of it', () => {
    const shortage = shortageOf(refusal('sku.withdrawn', { skuId: APPLES }), wanted)!

    expect(without(wanted, shortage)).toEqual([{ skuId: PEARS, quantity: 1 }])
  })

  it('is not made up where the refusal is about something else', () => {
    expect(shortageOf({ code: 'conflict.retry', message: '' }, wanted)).toBeNull()
    expect(
      shortageOf({ code: 'network', reason: 'timeout', message: 'request:fail timeout' }, wanted),
    ).toBeNull()
  })
})
