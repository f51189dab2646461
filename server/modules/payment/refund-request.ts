import { fen } from '@domain/money'
import type { Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { enqueue } from '../../platform/jobs/queue'
import { refunds } from '../../schema/payment'
import type { OrderLineRow, OrderRow } from '../order/store'
import { refundJob } from './jobs'

/**
 * Owes the member the whole payment: the row and the job that carries it out are written with the change that owes
 * it. WeChat knows the refund by `outRefundNo`, the same on every try, so that it is paid once.
 */
export async function requestWholeRefund(
  tx: Tx,
  deps: Pick<Deps, 'ids'>,
  order: OrderRow,
  lines: readonly OrderLineRow[],
  { reason, nowMs }: { readonly reason: string; readonly nowMs: number },
): Promise<void> {
  const id = deps.ids.next()
  await tx.insert(refunds).values({
    id,
    orderId: order.id,
    outRefundNo: `${order.number}R1`,
    amountFen: order.payableFen,
    freightFen: fen(order.freightFen - order.freightDiscountFen),
    reason,
    units: lines.map((line) => ({ lineId: line.id, unitNumbers: line.unitPaidFen.map((_, unit) => unit) })),
    state: 'requested',
    createdAt: nowMs,
    updatedAt: nowMs,
  })
  await enqueue(tx, refundJob(deps, id, 1, nowMs, nowMs))
}
