import { shopTime } from '../shop-time'

/**
 * Order numbers are what customers read out on the phone and WeChat Pay's `out_trade_no` (6–32 characters,
 * unique per merchant): 14 digits of the shop's time, 7 random ones, and a check digit (Luhn) against slips.
 */
export type OrderNumber = string

export const ORDER_SERIAL_LIMIT = 10_000_000

/** `serial` is a random whole number below ORDER_SERIAL_LIMIT; the database's unique key settles collisions. */
export function orderNumber(nowMs: number, serial: number): OrderNumber {
  if (!Number.isInteger(serial) || serial < 0 || serial >= ORDER_SERIAL_LIMIT) {
    throw new RangeError(`serial out of range: ${serial}`)
  }
  const { year, month, day, hour, minute, second } = shopTime(nowMs)
  const moment = [month, day, hour, minute, second].map((n) => String(n).padStart(2, '0')).join('')
  const body = `${year}${moment}${String(serial).padStart(7, '0')}`
  return body + luhnDigit(body)
}

/** True for a number this shop could have made: 22 digits with the right check digit. */
export const isOrderNumber = (text: string): text is OrderNumber =>
  /^\d{22}$/.test(text) && luhnDigit(text.slice(0, -1)) === text.slice(-1)

function luhnDigit(digits: string): string {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return String((10 - (sum % 10)) % 10)
}
