import { endianness } from 'node:os'
import type { DayRow, DaySpan } from '@domain/figures/days'
import type { FigureScope } from '@domain/figures/rows'
import type { Fen } from '@domain/money'
import type { Queryable } from '../../platform/database'
import { keptDays, rangeOfSpan } from './kept-days'
import { conditions, dayRowsSql, scopeName, valuesOf } from './sql'

interface Row {
  readonly day: number
  readonly staff_id: string | null
  readonly group_id: string | null
  readonly opens: number
  readonly firsts: number
  readonly claims: number
  readonly orders: number
  readonly net_fen: number
  readonly openers: Buffer | null
  readonly buyers: Buffer | null
  readonly placed: Buffer | null
}

/**
 * The day rows of a scope: rolled-up days as they stand, today and whatever changed since counted anew. Days without
 * anything are absent. Days before `wholeFrom` may lack who bought and what was placed: a month of the shop is megabytes,
 * and what is only compared with needs neither.
 */
export async function dayRows(
  db: Queryable,
  scope: FigureScope,
  span: DaySpan,
  wholeFrom: number = span.from,
): Promise<DayRow[]> {
  const { kept, live } = await keptDays(db, span)
  const found: Row[] = []
  if (kept.length > 0) {
    const { rows } = await db.$client.query<Row>({
      name: `figures-kept-${scopeName(scope)}`,
      text: `
        select r.day, r.staff_id, r.group_id, r.opens, r.firsts, r.claims, r.orders, r.net_fen, r.openers,
               case when r.day >= $4 then r.buyers end as buyers, case when r.day >= $4 then r.placed end as placed
          from figure_rows r where ${conditions(scope)('r')} and r.day = any($3::int[])`,
      values: [scope.staffId, scope.groupId, kept, wholeFrom],
    })
    found.push(...rows)
  }
  for (const gap of live) {
    const { rows } = await db.$client.query<Row>({
      name: `figures-live-${scopeName(scope)}`,
      text: dayRowsSql(scope),
      values: valuesOf(scope, rangeOfSpan(gap)),
    })
    found.push(...rows)
  }
  return found.map(viewOf)
}

const viewOf = ({ staff_id, group_id, net_fen, openers, buyers, placed, ...row }: Row): DayRow => ({
  ...row,
  staffId: staff_id,
  groupId: group_id,
  netSales: net_fen as Fen,
  openers: numbersIn(openers),
  buyers: numbersIn(buyers),
  placed: numbersIn(placed),
})

/** Four bytes each, highest first, as PostgreSQL's `int4send` writes them. */
function numbersIn(bytes: Buffer | null): Int32Array {
  if (bytes === null) return new Int32Array(0)
  // Not from the pool, whose pieces may begin anywhere: numbers need to stand on a multiple of four.
  const own = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(own)
  if (endianness() === 'LE') own.swap32()
  return new Int32Array(own.buffer, own.byteOffset, own.length / 4)
}

const SALES_KEPT = {
  name: 'figures-sales-kept',
  text: `select staff_id as "staffId", sum(net_fen)::bigint as net from figure_rows
          where staff_id is not null and day = any($1::int[]) group by staff_id`,
} as const

const SALES_LIVE = {
  name: 'figures-sales-live',
  text: `select staff_id as "staffId", sum(net_fen)::bigint as net from order_credits
          where staff_id is not null and paid_at >= $1 and paid_at < $2 group by staff_id`,
} as const

/** Net sales of each staff member over these days, in fen; who sold nothing is absent. */
export async function salesByStaff(db: Queryable, span: DaySpan): Promise<Map<string, number>> {
  const { kept, live } = await keptDays(db, span)
  const asked = [
    { ...SALES_KEPT, values: [kept] as unknown[] },
    ...live.map((gap) => {
      const [, , from, until] = valuesOf({ staffId: null, groupId: null }, rangeOfSpan(gap))
      return { ...SALES_LIVE, values: [from, until] }
    }),
  ]
  const sales = new Map<string, number>()
  for (const query of asked) {
    const { rows } = await db.$client.query<{ staffId: string; net: number }>(query)
    for (const { staffId, net } of rows) sales.set(staffId, (sales.get(staffId) ?? 0) + net)
  }
  return sales
}
