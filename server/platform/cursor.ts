import { type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { InvalidRequest } from './http/validate'

/** Where the next page begins, as opaque text: the sort keys of the last item shown. */
export const cursorOf = (...keys: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url')

/** The end of the year 9999: a later moment in a forged cursor has a text that PostgreSQL cannot read. */
const LATEST = 253_402_300_799_999

const KEY_SHAPES = {
  number: Type.Integer({ minimum: 0, maximum: LATEST }),
  uuid: Type.String({ format: 'uuid' }),
  token: Type.String({ pattern: '^[0-9A-Za-z]{1,32}$' }),
} satisfies Record<string, TSchema>

type Keys<S extends readonly (keyof typeof KEY_SHAPES)[]> = {
  [I in keyof S]: S[I] extends 'number' ? number : string
}

/** The sort keys a cursor stands for; null without one. Throws InvalidRequest on a cursor we did not make. */
export function keysOf<const S extends readonly (keyof typeof KEY_SHAPES)[]>(
  cursor: string | undefined,
  shape: S,
): Keys<S> | null {
  if (cursor === undefined) return null
  const keys = parse(cursor)
  const isOurs =
    Array.isArray(keys) &&
    keys.length === shape.length &&
    shape.every((kind, i) => Value.Check(KEY_SHAPES[kind], keys[i]))
  if (!isOurs) throw new InvalidRequest('/query/cursor', 'This is no cursor of this list.')
  return keys as unknown as Keys<S> // Checked key by key just above.
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}
