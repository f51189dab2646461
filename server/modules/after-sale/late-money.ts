import { fen } from '@domain/money'
import type { Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import type { OrderLineRow, OrderRow } from '../order/store'
import { oweRefund } from '../payment/refund-request'
import { insertAfterSale } from './store'

/** Why the money could not be taken, in the words of WeChat's refund notice. */
const LATE_REASONS = {
  out_of_stock: '支付时商品已售完，自动退款',
  other: '支付时订单已关闭，自动退款',
} as const

/**
 * Owes the whole payment of an order that was closed before the money came: nobody has asked, and both the member and
 * the manager see it like any other money on its way back.
 */
export async function giveLateMoneyBack(
  tx: Tx,
  deps: Pick<Deps, 'ids'>,
  order: OrderRow,
  lines: readonly OrderLineRow[],
  { reason, nowMs }: { readonly reason: keyof typeof LATE_REASONS; readonly nowMs: number },
): Promise<void> {
  const freightFen = fen(order.freightFen - order.freightDiscountFen)
  const units = lines.map((line) => ({
    lineId: line.id,
    unitNumbers: line.unitPaidFen.map((_, unit) => unit),
  }))
  const owed = await oweRefund(tx, deps, order, {
    units,
    amountFen: order.payableFen,
    freightFen,
    reason: LATE_REASONS[reason],
    nowMs,
  })
  if (!owed.ok) throw new Error(`a payment of this moment can't go back: ${owed.error.code}`)
  await insertAfterSale(tx, deps, {
    id: deps.ids.next(),
    orderId: order.id,
    memberId: order.memberId,
    requestId: 'late-money',
    requestHash: '',
    askedBy: 'clock',
    kind: 'refund',
    state: 'refunding',
    units,
    reason,
    note: LATE_REASONS[reason],
    goodsFen: fen(order.payableFen - freightFen),
    freightFen,
    // Closing gave the goods back to the shelf already.
    isRestocked: false,
    refundId: owed.value.refundId,
    decidedAt: nowMs,
    createdAt: nowMs,
    updatedAt: nowMs,
  })
}
