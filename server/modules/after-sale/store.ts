import type { AfterSaleActor, AfterSaleEvent, AfterSaleState } from '@domain/after-sale/flow'
import { nextAfterSale } from '@domain/after-sale/flow'
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Queryable, Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { afterSaleEvents, afterSales } from '../../schema/after-sale'

export type AfterSaleRow = typeof afterSales.$inferSelect
export type NewAfterSale = typeof afterSales.$inferInsert

/** What was asked for or given back of these orders, newest first. */
export async function afterSalesOf(db: Queryable, orderIds: readonly string[]): Promise<AfterSaleRow[]> {
  if (orderIds.length === 0) return []
  return db
    .select()
    .from(afterSales)
    .where(inArray(afterSales.orderId, [...orderIds]))
    .orderBy(desc(afterSales.createdAt), desc(afterSales.id))
}

export async function findAfterSale(db: Queryable, id: string): Promise<AfterSaleRow | null> {
  const [row] = await db.select().from(afterSales).where(eq(afterSales.id, id))
  return row ?? null
}

/** The request an earlier call of the same id made for this order. */
export async function findByRequest(
  db: Queryable,
  orderId: string,
  requestId: string,
): Promise<AfterSaleRow | null> {
  const [row] = await db
    .select()
    .from(afterSales)
    .where(and(eq(afterSales.orderId, orderId), eq(afterSales.requestId, requestId)))
  return row ?? null
}

/** A new request with the first line of its history. */
export async function insertAfterSale(
  tx: Tx,
  { ids }: Pick<Deps, 'ids'>,
  row: NewAfterSale,
  note: string | null = null,
): Promise<AfterSaleRow> {
  const [made] = await tx.insert(afterSales).values(row).returning()
  if (!made) throw new Error('an insert answered no row')
  await tx.insert(afterSaleEvents).values({
    id: ids.next(),
    afterSaleId: made.id,
    at: made.createdAt,
    event: 'ask',
    fromState: null,
    toState: made.state,
    actor: made.askedBy,
    note,
  })
  return made
}

export interface AfterSaleMove {
  readonly event: AfterSaleEvent
  readonly actor: AfterSaleActor
  readonly at: number
  readonly note?: string
  /** What changes with it. */
  readonly set?: Partial<NewAfterSale>
}

/**
 * Moves a request by the domain's table and writes its history, by compare-and-set. A move the table refuses, or a
 * state that is no longer what it was, is a broken promise and throws: check under the order's lock before.
 */
export async function moveAfterSale(
  tx: Tx,
  { ids }: Pick<Deps, 'ids'>,
  from: Pick<AfterSaleRow, 'id' | 'state'>,
  { event, actor, at, note, set }: AfterSaleMove,
): Promise<AfterSaleRow> {
  const to = nextAfterSale(from.state, event, actor)
  if (!to.ok) throw new Error(`${actor} may not ${event} a request that is ${from.state}`)
  const [moved] = await tx
    .update(afterSales)
    .set({ ...set, state: to.value as AfterSaleState, updatedAt: at })
    .where(and(eq(afterSales.id, from.id), eq(afterSales.state, from.state)))
    .returning()
  if (!moved) throw new Error(`request ${from.id} is no longer ${from.state}`)
  await tx.insert(afterSaleEvents).values({
    id: ids.next(),
    afterSaleId: from.id,
    at,
    event,
    fromState: from.state,
    toState: to.value,
    actor,
    note: note ?? null,
  })
  return moved
}
