import { parseYuan } from '@domain/money'
import { ok, type Result, refuse } from '@domain/result'

/** What a cell says, or why it cannot be read. */
type Read<T> = Result<T, string>

const length = (text: string): number => [...text].length

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is looked for.
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f]/

/** Text of so many characters; only a description may have line breaks. */
export function textCell(text: string, from: number, to: number, mayBreak = false): Read<string> {
  if (CONTROL.test(text)) return refuse('holds a control character')
  if (!mayBreak && text.includes('\n')) return refuse('holds a line break')
  if (text === '' && from > 0) return refuse('is required')
  const size = length(text)
  if (size < from || size > to) return refuse(`must be ${from}–${to} characters, not ${size}`)
  return ok(text)
}

export function codeCell(text: string, longest: number): Read<string> {
  if (text === '') return refuse('is required')
  return new RegExp(`^[a-z0-9-]{2,${longest}}$`).test(text)
    ? ok(text)
    : refuse(`must be 2–${longest} of a–z, 0–9 and -`)
}

/** Parts separated by `|`, none of them empty. */
export function listCell(text: string, most: number, longest: number): Read<string[]> {
  if (text === '') return ok([])
  const parts = text.split('|').map((part) => part.trim())
  if (parts.length > most) return refuse(`holds ${parts.length} parts, at most ${most} are allowed`)
  for (const part of parts) {
    if (part === '') return refuse('has an empty part between two |')
    const read = textCell(part, 1, longest)
    if (!read.ok) return refuse(`"${part}" ${read.error}`)
  }
  return ok(parts)
}

/** A path below the pictures folder, or a web address. */
export function imageCell(text: string): Read<string> {
  if (/^https?:\/\//.test(text)) {
    return URL.canParse(text) && !/\s/.test(text) ? ok(text) : refuse(`"${text}" is no web address`)
  }
  const isInside =
    !text.startsWith('/') && !text.includes('\\') && text.split('/').every((part) => !/^\.*$/.test(part))
  if (!isInside) return refuse(`"${text}" must be a path inside the pictures folder or an http(s) address`)
  return textCell(text, 1, 200)
}

export function imagesCell(text: string): Read<string[]> {
  const parts = listCell(text, 9, 500)
  if (!parts.ok) return parts
  if (parts.value.length === 0) return refuse('is required')
  for (const part of parts.value) {
    const image = imageCell(part)
    if (!image.ok) return image
  }
  return parts
}

const PRICE = /^\d{1,6}\.\d{2}$/

/** 0.01–999999.99 with exactly two decimals. */
export function priceCell(text: string): Read<number> {
  if (text === '') return refuse('is required')
  const yuan = PRICE.test(text) ? parseYuan(text) : null
  return yuan?.ok && yuan.value >= 1
    ? ok(yuan.value)
    : refuse(`"${text}" must be 0.01–999999.99 with two decimals`)
}

export function wholeCell(text: string, from: number, to: number): Read<number> {
  if (text === '') return refuse('is required')
  const n = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  return n >= from && n <= to ? ok(n) : refuse(`"${text}" must be a whole number from ${from} to ${to}`)
}

export function statusCell(text: string): Read<boolean> {
  if (text === '') return refuse('is required')
  return text === 'on' || text === 'off' ? ok(text === 'on') : refuse(`"${text}" must be on or off`)
}

/** `name=value` pairs separated by `;`, as pairs: an object would forget their order. */
export function specCell(text: string): Read<[string, string][]> {
  if (text === '') return ok([])
  const pairs: [string, string][] = []
  for (const part of text.split(';')) {
    const [name = '', value = '', ...more] = part.split('=').map((side) => side.trim())
    if (name === '' || value === '' || more.length > 0) return refuse(`"${part}" must be name=value`)
    if (pairs.some(([known]) => known === name)) return refuse(`names ${name} twice`)
    const isShort = textCell(name, 1, 20).ok && textCell(value, 1, 40).ok
    if (!isShort) return refuse(`"${part}" is too long: names up to 20, values up to 40 characters`)
    pairs.push([name, value])
  }
  return pairs.length <= 5 ? ok(pairs) : refuse('names more than 5 specs')
}

/** An empty cell is no value. */
export const optional = <T>(text: string, read: (text: string) => Read<T>): Read<T | null> =>
  text === '' ? ok(null) : read(text)
