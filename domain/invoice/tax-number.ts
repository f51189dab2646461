import { ok, type Result, refuse } from '../result'

export type TaxNumberError = {
  readonly code: 'invoice.tax_number_invalid'
  /** `form`: not a number of any known kind; `check`: its check digit says that a character is wrong. */
  readonly why: 'missing' | 'form' | 'check'
}

const bad = (why: TaxNumberError['why']) => refuse({ code: 'invoice.tax_number_invalid', why } as const)

/** GB 32100-2015: digits and capital letters without I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * A taxpayer number as it is printed on an invoice, in capitals and without blanks. Today that is the unified social
 * credit code of 18 characters, whose last is a check digit; older ones have 15 or 20 and carry none we could test.
 */
export function readTaxNumber(text: string | undefined): Result<string, TaxNumberError> {
  const number = (text ?? '').replace(/[\s-]/g, '').toUpperCase()
  if (number === '') return bad('missing')
  if (number.length === 18) return readCreditCode(number)
  // 15: six digits of the tax office and the organisation code. 20: an identity card's 15 or 18 and what was added.
  if (/^\d{6}[0-9A-Z]{9}$/.test(number)) return ok(number)
  if (/^[0-9]{14,17}[0-9X][0-9A-Z]{2,5}$/.test(number) && number.length === 20) return ok(number)
  return bad('form')
}

function readCreditCode(code: string): Result<string, TaxNumberError> {
  const isFormed = [...code].every((letter) => ALPHABET.includes(letter)) && /^\d{6}$/.test(code.slice(2, 8))
  if (!isFormed) return bad('form')
  return checkDigit(code.slice(0, 17)) === code[17] ? ok(code) : bad('check')
}

/** GB 32100-2015, 4.6: weights are the powers of 3 modulo 31, the check digit complements the sum to 31. */
export function checkDigit(body: string): string {
  let weight = 1
  let sum = 0
  for (const letter of body) {
    sum += ALPHABET.indexOf(letter) * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!
}
