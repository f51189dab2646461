import type { UnitOf } from '@domain/order/refund'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../platform/database'
import { payments, refunds } from '../../schema/payment'

export type RefundRow = typeof refunds.$inferSelect
export type RefundUnits = RefundRow['units']

/** Every refund of an order, oldest first. */
export const refundsOf = (db: Queryable, orderId: string): Promise<RefundRow[]> =>
  db
    .select()
    .from(refunds)
    .where(eq(refunds.orderId, orderId))
    .orderBy(asc(refunds.createdAt), asc(refunds.id))

/** The refund with what WeChat must be told of its payment. Throws where there is none. */
export async function getRefund(db: Queryable, id: string) {
  const [row] = await db
    .select({ refund: refunds, outTradeNo: payments.outTradeNo, totalFen: payments.amountFen })
    .from(refunds)
    .innerJoin(payments, eq(payments.orderId, refunds.orderId))
    .where(eq(refunds.id, id))
  if (!row) throw new Error(`no refund ${id}`)
  return { ...row.refund, outTradeNo: row.outTradeNo, totalFen: row.totalFen }
}

export async function findRefundByNumber(db: Queryable, outRefundNo: string): Promise<RefundRow | null> {
  const [row] = await db.select().from(refunds).where(eq(refunds.outRefundNo, outRefundNo))
  return row ?? null
}

export async function lockRefund(tx: Tx, id: string): Promise<RefundRow> {
  const [row] = await tx.select().from(refunds).where(eq(refunds.id, id)).for('update')
  if (!row) throw new Error(`no refund ${id}`)
  return row
}

/**
 * Marks a refund as sent, before it is: from now on nothing joins it, so that every try asks for the same amount. One
 * statement, which waits for whoever is just joining.
 */
export async function markSent(db: Queryable, id: string, nowMs: number): Promise<void> {
  await db
    .update(refunds)
    .set({ sentAt: sql`coalesce(${refunds.sentAt}, ${new Date(nowMs).toISOString()}::timestamptz)` })
    .where(eq(refunds.id, id))
}

/** What WeChat last refused, for the manager to see; null once it answers. */
export async function noteTrouble(db: Queryable, id: string, trouble: string | null): Promise<void> {
  await db
    .update(refunds)
    .set({ trouble })
    .where(and(eq(refunds.id, id), sql`${refunds.trouble} is distinct from ${trouble}`))
}

/** Both lists of units as one, line by line. */
export function joinedUnits(a: RefundUnits, b: RefundUnits): RefundUnits {
  const byLine = new Map<string, readonly number[]>()
  for (const { lineId, unitNumbers } of [...a, ...b]) {
    byLine.set(lineId, [...(byLine.get(lineId) ?? []), ...unitNumbers])
  }
  return [...byLine].map(([lineId, unitNumbers]) => ({ lineId, unitNumbers }))
}

/** Unit by unit, as the rules want them. */
export const unitsOf = (units: RefundUnits): UnitOf[] =>
  units.flatMap(({ lineId, unitNumbers }) => unitNumbers.map((unit) => ({ lineId, unit })))

/** And the other way round: line by line, as rows keep them. */
export function grouped(units: readonly UnitOf[]): RefundUnits {
  const byLine = new Map<string, number[]>()
  for (const { lineId, unit } of units) byLine.set(lineId, [...(byLine.get(lineId) ?? []), unit])
  return [...byLine].map(([lineId, unitNumbers]) => ({ lineId, unitNumbers }))
}
