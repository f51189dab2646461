import type { AfterSaleView, listAfterSales, ManagedAfterSale } from '@contract/after-sale'
import type { listManagedAfterSales } from '@contract/after-sale-manage'
import type { QueryOf, ResponseOf } from '@contract/route'
import { and, asc, count, desc, eq, exists, inArray, or, type SQL, sql } from 'drizzle-orm'
import { cursorOf, keysOf } from '../../platform/cursor'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { afterSales } from '../../schema/after-sale'
import { orders } from '../../schema/order'
import { refunds } from '../../schema/payment'
import { staff } from '../../schema/staff'
import { linesOf } from '../order/store'
import type { AfterSaleRow } from './store'
import { type Around, afterSaleView, managedView } from './view'

const PAGE = 10

/** A member's requests, newest first. */
export async function listMine(
  { db, config }: Deps,
  memberId: string,
  { orderId, cursor, limit = PAGE }: QueryOf<typeof listAfterSales>,
): Promise<ResponseOf<typeof listAfterSales>> {
  const after = keysOf(cursor, ['number', 'uuid'])
  const rows = await db
    .select()
    .from(afterSales)
    .where(
      and(
        eq(afterSales.memberId, memberId),
        orderId === undefined ? undefined : eq(afterSales.orderId, orderId),
        after === null
          ? undefined
          : sql`(${afterSales.createdAt}, ${afterSales.id}) < (${new Date(after[0]).toISOString()}, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(desc(afterSales.createdAt), desc(afterSales.id))
    .limit(limit + 1)
  const shown = rows.slice(0, limit)
  const around = await aroundOf(db, shown)
  const last = shown.at(-1)
  return {
    items: shown.map((row, i): AfterSaleView => afterSaleView(config, row, around[i]!)),
    next: rows.length > limit && last ? cursorOf(last.createdAt, last.id) : null,
  }
}

/** Requests for the manager, those waiting longest first. */
export async function listManaged(
  { db, config }: Deps,
  { state, cursor, limit = PAGE }: QueryOf<typeof listManagedAfterSales>,
): Promise<ResponseOf<typeof listManagedAfterSales>> {
  const after = keysOf(cursor, ['number', 'uuid'])
  const wanted = state === 'trouble' ? inTrouble(db) : state && eq(afterSales.state, state)
  const rows = await db
    .select()
    .from(afterSales)
    .where(
      and(
        wanted,
        after === null
          ? undefined
          : sql`(${afterSales.createdAt}, ${afterSales.id}) > (${new Date(after[0]).toISOString()}, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(asc(afterSales.createdAt), asc(afterSales.id))
    .limit(limit + 1)
  const shown = rows.slice(0, limit)
  const around = await aroundOf(db, shown)
  const last = shown.at(-1)
  return {
    items: shown.map((row, i): ManagedAfterSale => managedView(config, row, around[i]!)),
    next: rows.length > limit && last ? cursorOf(last.createdAt, last.id) : null,
    counts: await countsOf(db),
  }
}

/** Money that needs a person. */
function inTrouble(db: Queryable): SQL | undefined {
  const stuck = db
    .select({ one: sql`1` })
    .from(refunds)
    .where(
      and(
        eq(refunds.id, afterSales.refundId),
        or(inArray(refunds.state, ['abnormal', 'closed']), sql`${refunds.trouble} is not null`),
      ),
    )
  return and(eq(afterSales.state, 'refunding'), exists(stuck))
}

type Counts = ResponseOf<typeof listManagedAfterSales>['counts']

async function countsOf(db: Queryable): Promise<Counts> {
  const waiting = ['requested', 'approved', 'returning', 'refunding'] as const
  const rows = await db
    .select({ state: afterSales.state, n: count() })
    .from(afterSales)
    .where(inArray(afterSales.state, [...waiting]))
    .groupBy(afterSales.state)
  const [trouble] = await db.select({ n: count() }).from(afterSales).where(inTrouble(db))
  const of = (state: (typeof waiting)[number]) => rows.find((row) => row.state === state)?.n ?? 0
  return {
    requested: of('requested'),
    approved: of('approved'),
    returning: of('returning'),
    refunding: of('refunding'),
    trouble: trouble?.n ?? 0,
  }
}

/** What stands around these requests, in their order: four queries, however many. */
export async function aroundOf(db: Queryable, rows: readonly AfterSaleRow[]): Promise<Around[]> {
  if (rows.length === 0) return []
  const orderIds = [...new Set(rows.map(({ orderId }) => orderId))]
  const heads = await db
    .select({ id: orders.id, number: orders.number, address: orders.address })
    .from(orders)
    .where(inArray(orders.id, orderIds))
  const lines = await linesOf(db, orderIds)
  const refundIds = rows.flatMap(({ refundId }) => refundId ?? [])
  const money =
    refundIds.length === 0 ? [] : await db.select().from(refunds).where(inArray(refunds.id, refundIds))
  const staffIds = rows.flatMap(({ decidedBy }) => decidedBy ?? [])
  const names =
    staffIds.length === 0
      ? []
      : await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, staffIds))
  return rows.map((row) => {
    const order = heads.find(({ id }) => id === row.orderId)
    if (!order) throw new Error(`request ${row.id} of an order that is not there`)
    return {
      order,
      lines: lines.filter(({ orderId }) => orderId === row.orderId),
      refund: money.find(({ id }) => id === row.refundId) ?? null,
      decidedBy: names.find(({ id }) => id === row.decidedBy)?.name ?? null,
    }
  })
}
