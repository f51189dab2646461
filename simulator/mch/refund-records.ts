import { MCHID } from '../identity'
import { rfc3339 } from '../time'
import type { World } from '../world'
import type { Order, RefundRecord } from './records'

const RECEIVED_BY = '支付用户零钱'

export const refundsOf = (world: World, outTradeNo: string): readonly RefundRecord[] =>
  Object.values(world.state.refunds).filter((refund) => refund.outTradeNo === outTradeNo)

const numbers = (refund: RefundRecord, order: Order) => ({
  refund_id: refund.refundId,
  out_refund_no: refund.outRefundNo,
  transaction_id: order.transactionId,
  out_trade_no: order.outTradeNo,
  ...(refund.settledAt !== null &&
    refund.status === 'SUCCESS' && { success_time: rfc3339(refund.settledAt) }),
  user_received_account: RECEIVED_BY,
})

/** What the refund calls answer. */
export const refundView = (refund: RefundRecord, order: Order): Record<string, unknown> => ({
  ...numbers(refund, order),
  channel: 'ORIGINAL',
  create_time: rfc3339(refund.createdAt),
  status: refund.status,
  funds_account: 'AVAILABLE',
  amount: {
    total: order.totalFen,
    refund: refund.refundFen,
    payer_total: order.totalFen,
    payer_refund: refund.refundFen,
    settlement_total: order.totalFen,
    settlement_refund: refund.refundFen,
    discount_refund: 0,
    currency: 'CNY',
  },
})

/** What a REFUND notification holds; its names differ from the calls'. */
export const refundNotice = (refund: RefundRecord, order: Order): Record<string, unknown> => ({
  mchid: MCHID,
  ...numbers(refund, order),
  refund_status: refund.status,
  amount: {
    total: order.totalFen,
    refund: refund.refundFen,
    payer_total: order.totalFen,
    payer_refund: refund.refundFen,
  },
})
