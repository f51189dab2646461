import pg from 'pg'
import { instantFromText, safeInteger } from './column-types'

/**
 * What raw SQL answers in: `bigint` as an exact number (throws beyond 2^53), `timestamptz` as milliseconds.
 * `sum(bigint)` is `numeric` in PostgreSQL and stays text: cast it, `sum(amount_fen)::bigint`.
 */
export function installTypeParsers(): void {
  pg.types.setTypeParser(pg.types.builtins.INT8, safeInteger)
  pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, instantFromText)
}
