import type { Fen } from '@domain/money'
import { customType } from 'drizzle-orm/pg-core'

/** Milliseconds since the epoch from PostgreSQL's `2026-07-03 20:14:00.123+08` or JSON's ISO form. Throws on anything else. */
export function instantFromText(text: string): number {
  const at = Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  if (Number.isNaN(at)) throw new RangeError(`not a finite time: ${text}`)
  return at
}

/** The text PostgreSQL reads back as the same millisecond. Throws where `at` is no whole, representable millisecond. */
export function instantToText(at: number): string {
  if (!Number.isSafeInteger(at)) throw new RangeError(`not whole milliseconds: ${at}`)
  return new Date(at).toISOString()
}

/** A whole number that arithmetic keeps exact. Throws beyond 2^53, where a JavaScript number would silently round. */
export function safeInteger(value: string | number): number {
  const n = Number(value)
  if (!Number.isSafeInteger(n)) throw new RangeError(`beyond a safe whole number: ${value}`)
  return n
}

/** A moment: `timestamptz(3)` in the database, milliseconds since the epoch in the program. */
export const instant = customType<{ data: number; driverData: string | number }>({
  dataType: () => 'timestamp (3) with time zone',
  // Raw queries already parse to a number (see type-parsers.ts); Drizzle's own ones hand over text.
  fromDriver: (value) => (typeof value === 'number' ? value : instantFromText(value)),
  toDriver: instantToText,
})

/** Money: `bigint` in the database, whole fen in the program. */
export const fen = customType<{ data: Fen; driverData: string | number }>({
  dataType: () => 'bigint',
  fromDriver: (value) => safeInteger(value) as Fen,
  toDriver: (value) => safeInteger(value),
})
