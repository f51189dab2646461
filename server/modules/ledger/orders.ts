import type { AuditedOrder } from '@domain/ledger/audit'
import { type Fen, fen } from '@domain/money'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { corrections, orderAttributions } from '../../schema/credit'
import { orderLines, orders } from '../../schema/order'
import { refunds } from '../../schema/payment'

export interface KeptOrder extends AuditedOrder {
  readonly groupId: string | null
}

/** These orders as the tables tell them: what the ledger books from and is held against. */
export async function loadLedgerOrders(db: Queryable, orderIds: readonly string[]): Promise<KeptOrder[]> {
  if (orderIds.length === 0) return []
  const ids = [...orderIds]
  const heads = await db
    .select({
      orderId: orders.id,
      staffId: orders.staffId,
      groupId: orders.groupId,
      paidAt: orders.paidAt,
      commissionBps: orderAttributions.commissionBps,
      lineCommissions: orderAttributions.lineCommissions,
    })
    .from(orders)
    .leftJoin(orderAttributions, eq(orderAttributions.orderId, orders.id))
    .where(inArray(orders.id, ids))
    .orderBy(asc(orders.id))
  const lines = await db
    .select({ id: orderLines.id, orderId: orderLines.orderId, unitPaidFen: orderLines.unitPaidFen })
    .from(orderLines)
    .where(inArray(orderLines.orderId, ids))
    .orderBy(asc(orderLines.position))
  const returned = await db
    .select({ orderId: refunds.orderId, units: refunds.units })
    .from(refunds)
    .where(and(inArray(refunds.orderId, ids), eq(refunds.state, 'succeeded')))
  const corrected = await db
    .select({ orderId: corrections.orderId, correctionId: corrections.id, toStaffId: corrections.toStaffId })
    .from(corrections)
    .where(inArray(corrections.orderId, ids))
  const linesOf = grouped(lines)
  const correctionsOf = grouped(corrected)
  const refundsOf = grouped(returned)
  return heads.map(({ orderId, staffId, groupId, paidAt, commissionBps, lineCommissions }) => ({
    orderId,
    staffId,
    groupId,
    isPaid: paidAt !== null,
    lines: (linesOf.get(orderId) ?? []).map((line) => ({
      lineId: line.id,
      unitPaid: line.unitPaidFen.map((amount): Fen => fen(amount)),
      commissionBps:
        lineCommissions && line.id in lineCommissions ? (lineCommissions[line.id] ?? null) : commissionBps,
    })),
    corrections: (correctionsOf.get(orderId) ?? []).map(({ correctionId, toStaffId }) => ({
      correctionId,
      toStaffId,
    })),
    // Money that came too late goes back without ever having earned.
    refundedUnits:
      paidAt === null
        ? []
        : (refundsOf.get(orderId) ?? []).flatMap(({ units }) =>
            units.flatMap(({ lineId, unitNumbers }) => unitNumbers.map((unit) => ({ lineId, unit }))),
          ),
  }))
}

function grouped<T extends { readonly orderId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.orderId)
    if (group) group.push(row)
    else groups.set(row.orderId, [row])
  }
  return groups
}
