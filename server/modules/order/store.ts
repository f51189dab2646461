import { and, asc, count, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../platform/database'
import { orderEvents, orderLines, orders } from '../../schema/order'
import { refunds } from '../../schema/payment'

export type OrderRow = typeof orders.$inferSelect
export type NewOrder = typeof orders.$inferInsert
export type OrderLineRow = typeof orderLines.$inferSelect
export type NewOrderLine = typeof orderLines.$inferInsert

export async function insertOrder(
  tx: Tx,
  order: NewOrder,
  lines: readonly NewOrderLine[],
): Promise<OrderRow> {
  const [row] = await tx.insert(orders).values(order).returning()
  if (!row) throw new Error('an insert answered no row')
  await tx.insert(orderLines).values([...lines])
  return row
}

/** One of the member's orders; null where it is nobody's or another's. */
export async function findOrder(db: Queryable, memberId: string, id: string): Promise<OrderRow | null> {
  const [row] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.id, id), eq(orders.memberId, memberId)))
  return row ?? null
}

/** The order an earlier request of the same id made. */
export async function findByRequest(
  db: Queryable,
  memberId: string,
  requestId: string,
): Promise<OrderRow | null> {
  const [row] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.memberId, memberId), eq(orders.requestId, requestId)))
  return row ?? null
}

/** Any order, for managers and jobs; null where there is none. */
export async function findOrderById(db: Queryable, id: string): Promise<OrderRow | null> {
  const [row] = await db.select().from(orders).where(eq(orders.id, id))
  return row ?? null
}

export async function getOrder(db: Queryable, id: string): Promise<OrderRow> {
  const [row] = await db.select().from(orders).where(eq(orders.id, id))
  if (!row) throw new Error(`no order ${id}`)
  return row
}

/** The order, locked until the transaction ends: whatever moves it waits. Throws where there is none. */
export async function lockOrder(tx: Tx, id: string): Promise<OrderRow> {
  const [row] = await tx.select().from(orders).where(eq(orders.id, id)).for('update')
  if (!row) throw new Error(`no order ${id}`)
  return row
}

export async function countUnpaid(db: Queryable, memberId: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(orders)
    .where(and(eq(orders.memberId, memberId), eq(orders.state, 'unpaid')))
  return row?.n ?? 0
}

/** Lines of several orders at once, in the order in which they stand on each. */
export async function linesOf(db: Queryable, orderIds: readonly string[]): Promise<OrderLineRow[]> {
  return db
    .select()
    .from(orderLines)
    .where(inArray(orderLines.orderId, [...orderIds]))
    .orderBy(asc(orderLines.orderId), asc(orderLines.position))
}

export const eventsOf = (db: Queryable, orderId: string): Promise<{ event: string; at: number }[]> =>
  db
    .select({ event: orderEvents.event, at: orderEvents.at })
    .from(orderEvents)
    .where(eq(orderEvents.orderId, orderId))
    .orderBy(asc(orderEvents.at), asc(orderEvents.id))

/** What has really gone back to the member, in fen. */
export async function refundedFenOf(db: Queryable, orderId: string): Promise<number> {
  const [row] = await db
    .select({ sum: sql<number>`coalesce(sum(${refunds.amountFen}), 0)::bigint` })
    .from(refunds)
    .where(and(eq(refunds.orderId, orderId), eq(refunds.state, 'succeeded')))
  return Number(row?.sum ?? 0)
}
