import { fen } from '@domain/money'
import { and, desc, eq, ne, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../platform/database'
import { invoices } from '../../schema/invoice'
import { orders } from '../../schema/order'
import { refunds } from '../../schema/payment'
import type { OrderRow } from '../order/store'

export type InvoiceRow = typeof invoices.$inferSelect

/** The invoice that stands for an order: asked for or issued. */
export async function standingInvoice(db: Queryable, orderId: string): Promise<InvoiceRow | null> {
  const [row] = await db
    .select()
    .from(invoices)
    .where(and(eq(invoices.orderId, orderId), ne(invoices.state, 'withdrawn')))
  return row ?? null
}

/** The title this member had an invoice made out to last. */
export async function lastTitleOf(db: Queryable, memberId: string): Promise<InvoiceRow | null> {
  const [row] = await db
    .select()
    .from(invoices)
    .where(eq(invoices.memberId, memberId))
    .orderBy(desc(invoices.requestedAt))
    .limit(1)
  return row ?? null
}

/** An invoice with its order, locked until the transaction ends. */
export async function lockInvoice(
  tx: Tx,
  id: string,
): Promise<{ readonly invoice: InvoiceRow; readonly order: OrderRow } | null> {
  const [row] = await tx
    .select({ invoice: invoices, order: orders })
    .from(invoices)
    .innerJoin(orders, eq(orders.id, invoices.orderId))
    .where(eq(invoices.id, id))
    .for('update', { of: invoices })
  return row ?? null
}

/** Money on its way back, or back already: no invoice is made out for it. */
export const REFUNDED_FEN = sql<number>`coalesce((
  select sum(${refunds.amountFen}) from ${refunds}
   where ${refunds.orderId} = ${orders.id} and ${refunds.state} <> 'closed'), 0)::bigint`

export async function refundedOf(db: Queryable, orderId: string) {
  const [row] = await db
    .select({ sum: sql<number>`coalesce(sum(${refunds.amountFen}), 0)::bigint` })
    .from(refunds)
    .where(and(eq(refunds.orderId, orderId), ne(refunds.state, 'closed')))
  return fen(Number(row?.sum ?? 0))
}
