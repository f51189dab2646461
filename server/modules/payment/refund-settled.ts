import { sql } from 'drizzle-orm'
import type { Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { settleAfterSales } from '../after-sale/settle'
import { bookReversal } from '../ledger/reverse'
import { runHooks } from '../order/hooks'
import { linesOf, type OrderRow } from '../order/store'
import { type RefundRow, refundsOf, unitsOf } from './refund-store'

/**
 * The money of a refund is back: pieces are counted, credit is taken back unit by unit, whoever asked is told. Once per
 * refund, in the transaction that marks it so, with the order locked.
 */
export async function refundSettled(
  tx: Tx,
  deps: Deps,
  order: OrderRow,
  refund: RefundRow,
  nowMs: number,
): Promise<void> {
  const { id: refundId, amountFen, freightFen } = refund
  const units = unitsOf(refund.units)
  for (const { lineId, unitNumbers } of refund.units) {
    await tx.execute(
      sql`update order_lines set refunded_units = refunded_units + ${unitNumbers.length} where id = ${lineId}`,
    )
  }
  // Money that came too late never earned; there is nothing to take back.
  if (order.paidAt !== null) await bookReversal(tx, deps, order.id, { refundId, units }, nowMs)
  await settleAfterSales(tx, deps, refundId, nowMs)
  const isLast = await isAllBack(tx, order.id)
  await runHooks('onOrderRefunded', tx, deps, {
    order,
    refundId,
    units,
    amountFen,
    freightFen,
    isLast,
    at: nowMs,
  })
}

async function isAllBack(tx: Tx, orderId: string): Promise<boolean> {
  const lines = await linesOf(tx, [orderId])
  const settled = (await refundsOf(tx, orderId)).filter(({ state }) => state === 'succeeded')
  const back = settled.reduce((sum, { units }) => sum + unitsOf(units).length, 0)
  return back === lines.reduce((sum, { quantity }) => sum + quantity, 0)
}
