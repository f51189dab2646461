import { eq } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { payments } from '../../schema/payment'
import { shippings } from '../../schema/shipment'
import type { PushHandler } from '../push/handler'
import { takeReceipt } from './receipt'

/** `trade_manage_order_settlement`: sent when all is shipped, and again, with a time of receipt, when it is confirmed. */
export const takeSettlement: PushHandler = async (deps, { payload }, nowMs) => {
  const confirmedAt = Number(payload.confirm_receive_time ?? 0) * 1000
  if (!(confirmedAt > 0)) return
  const orderId = await orderOf(deps.db, payload.transaction_id)
  if (orderId === null) {
    deps.log.warn({ payload }, 'WeChat settles a payment that is none of ours')
    return
  }
  await takeReceipt(deps, orderId, { actor: 'wechat', at: confirmedAt }, nowMs)
}

/** `trade_manage_remind_shipping`: WeChat finds that the goods are late. */
export const noteReminder: PushHandler = async (deps, { payload }, nowMs) => {
  const orderId = await orderOf(deps.db, payload.transaction_id)
  if (orderId === null) return
  await deps.db
    .insert(shippings)
    .values({ orderId, remindedAt: nowMs, updatedAt: nowMs })
    .onConflictDoUpdate({ target: shippings.orderId, set: { remindedAt: nowMs } })
}

async function orderOf(db: Queryable, transactionId: unknown): Promise<string | null> {
  if (typeof transactionId !== 'string') return null
  const [row] = await db
    .select({ orderId: payments.orderId })
    .from(payments)
    .where(eq(payments.transactionId, transactionId))
  return row?.orderId ?? null
}
