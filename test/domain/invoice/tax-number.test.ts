import { checkDigit, readTaxNumber } from '@domain/invoice/tax-number'
import fc from 'fast-check'

describe('a tax number', () => {
  it.each(['91350100M000100Y43', ' 9135 0100 m000 100y 43 '])(
    'of 18 characters with the right check digit is taken: %s',
    (text) => {
      expect(readTaxNumber(text).ok).toBe(true)
    },
  )

  it.each([
    ['', 'missing'],
    ['91350100M000100Y44', 'check'],
    ['91350100I000100Y43', 'form'],
    ['123', 'form'],
  ])('%s is refused', (text, why) => {
    expect(readTaxNumber(text)).toMatchObject({ error: { why } })
  })

  it.each(['330106123456789', '33010619800101123X12'])('of the older kinds is taken: %s', (text) => {
    expect(readTaxNumber(text)).toEqual({ ok: true, value: text })
  })

  it('with one character changed never passes', () => {
    const code = '91350100M000100Y43'
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    fc.assert(
      fc.property(fc.nat(16), fc.constantFrom(...alphabet), (at, letter) => {
        const changed = code.slice(0, at) + letter + code.slice(at + 1)
        return changed === code || checkDigit(changed.slice(0, 17)) !== code[17]
      }),
    )
  })
})
