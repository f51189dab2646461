import { randomBytes, randomInt } from 'node:crypto'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** `length` random letters and digits, as WeChat's codes, tokens and nonces look. */
export const randomText = (length: number): string =>
  Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('')

/** `length` random decimal digits. */
export const randomDigits = (length: number): string =>
  Array.from({ length }, () => String(randomInt(10))).join('')

/** A fresh session_key: 16 bytes in base64. */
export const randomSessionKey = (): string => randomBytes(16).toString('base64')
