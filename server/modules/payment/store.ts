import { and, eq } from 'drizzle-orm'
import type { Queryable, Tx } from '../../platform/database'
import { orders } from '../../schema/order'
import { payments } from '../../schema/payment'
import type { PrepayOrder } from '../../wechat/pay/requests'
import type { OrderRow } from '../order/store'

export type PaymentRow = typeof payments.$inferSelect

export async function findPayment(db: Queryable, orderId: string): Promise<PaymentRow | null> {
  const [row] = await db.select().from(payments).where(eq(payments.orderId, orderId))
  return row ?? null
}

/** The order of a payment's number, locked; null where the number is none of ours. */
export async function lockOrderByNumber(tx: Tx, outTradeNo: string): Promise<OrderRow | null> {
  const [row] = await tx.select().from(orders).where(eq(orders.number, outTradeNo)).for('update')
  return row ?? null
}

/** Opens the one payment of an order, with the very request every prepay of it must repeat. */
export async function openPayment(
  tx: Tx,
  payment: {
    readonly id: string
    readonly order: OrderRow
    readonly request: PrepayOrder
    readonly nowMs: number
  },
): Promise<PaymentRow> {
  const { id, order, request, nowMs } = payment
  const [row] = await tx
    .insert(payments)
    .values({
      id,
      orderId: order.id,
      outTradeNo: order.number,
      amountFen: order.payableFen,
      state: 'open',
      request,
      createdAt: nowMs,
      updatedAt: nowMs,
    })
    .returning()
  if (!row) throw new Error('an insert answered no row')
  return row
}

export async function savePrepay(
  db: Queryable,
  id: string,
  prepay: { readonly prepayId: string; readonly expiresAt: number; readonly nowMs: number },
): Promise<void> {
  const { prepayId, expiresAt, nowMs } = prepay
  await db
    .update(payments)
    .set({ prepayId, prepayExpiresAt: expiresAt, updatedAt: nowMs })
    .where(eq(payments.id, id))
}

/** The payment is closed at WeChat Pay, or was never begun there. A paid one stays paid. */
export async function savePaymentClosed(db: Queryable, orderId: string, nowMs: number): Promise<void> {
  await db
    .update(payments)
    .set({ state: 'closed', updatedAt: nowMs })
    .where(and(eq(payments.orderId, orderId), eq(payments.state, 'open')))
}

/** The money is there. `transactionId` is unique: one payment of WeChat's settles one order. */
export async function savePaymentPaid(
  tx: Tx,
  id: string,
  paid: { readonly transactionId: string; readonly paidAt: number; readonly nowMs: number },
): Promise<void> {
  const { transactionId, paidAt, nowMs } = paid
  await tx
    .update(payments)
    .set({ state: 'paid', transactionId, paidAt, updatedAt: nowMs })
    .where(eq(payments.id, id))
}
