import { type Static, Type } from '@sinclair/typebox'
import { atOf } from './china-time'

/** ABNORMAL: the customer's account cannot take the money back, a person must settle it. */
export type RefundState = 'SUCCESS' | 'PROCESSING' | 'ABNORMAL' | 'CLOSED'

/** A refund as WeChat Pay tells it, by answer, query or notification. Accepted is not yet refunded: see `state`. */
export interface Refund {
  readonly outRefundNo: string
  readonly outTradeNo: string
  readonly refundId: string
  readonly transactionId: string
  readonly state: RefundState
  readonly totalFen: number
  readonly refundFen: number
  /** When WeChat took it over; null in notifications, which do not say. */
  readonly acceptedAt: number | null
  /** When the money was back; null until then. */
  readonly refundedAt: number | null
  /** Where the money went, in WeChat's words. */
  readonly receivedBy: string | null
}

const State = Type.Union(
  (['SUCCESS', 'PROCESSING', 'ABNORMAL', 'CLOSED'] as const).map((state) => Type.Literal(state)),
)
const common = {
  out_refund_no: Type.String(),
  out_trade_no: Type.String(),
  refund_id: Type.String(),
  transaction_id: Type.String(),
  create_time: Type.Optional(Type.String()),
  success_time: Type.Optional(Type.String()),
  user_received_account: Type.Optional(Type.String()),
  amount: Type.Object({ total: Type.Integer(), refund: Type.Integer() }),
}

/** Answers of the refund and refund query calls. */
export const RefundBody = Type.Object({ ...common, status: State })
/** The inside of a REFUND notification, which names the state differently and the merchant too. */
export const RefundNoticeBody = Type.Object({ ...common, mchid: Type.String(), refund_status: State })

/** Reads either shape into our words. */
export const refundOf = (body: Static<typeof RefundBody> | Static<typeof RefundNoticeBody>): Refund => ({
  outRefundNo: body.out_refund_no,
  outTradeNo: body.out_trade_no,
  refundId: body.refund_id,
  transactionId: body.transaction_id,
  state: 'status' in body ? body.status : body.refund_status,
  totalFen: body.amount.total,
  refundFen: body.amount.refund,
  acceptedAt: atOf(body.create_time),
  refundedAt: atOf(body.success_time),
  receivedBy: body.user_received_account ?? null,
})
