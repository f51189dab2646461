import { type Static, Type } from '@sinclair/typebox'
import { atOf } from './china-time'

export type TradeState = 'SUCCESS' | 'REFUND' | 'NOTPAY' | 'CLOSED' | 'REVOKED' | 'USERPAYING' | 'PAYERROR'

/** A payment as WeChat Pay tells it, by notification or query. */
export interface Transaction {
  readonly outTradeNo: string
  readonly state: TradeState
  /** From here on: null until paid. */
  readonly transactionId: string | null
  readonly openid: string | null
  /** What we asked for, in fen: compare it with the order. */
  readonly totalFen: number | null
  /** What the customer paid after WeChat's own coupons, in fen. */
  readonly payerTotalFen: number | null
  readonly paidAt: number | null
  /** Ours, echoed. */
  readonly attach: string | null
}

export const TransactionBody = Type.Object({
  appid: Type.String(),
  mchid: Type.String(),
  out_trade_no: Type.String(),
  transaction_id: Type.Optional(Type.String()),
  trade_state: Type.Union(
    (['SUCCESS', 'REFUND', 'NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR'] as const).map((state) =>
      Type.Literal(state),
    ),
  ),
  attach: Type.Optional(Type.String()),
  success_time: Type.Optional(Type.String()),
  payer: Type.Optional(Type.Object({ openid: Type.Optional(Type.String()) })),
  amount: Type.Optional(
    Type.Object({
      total: Type.Integer(),
      payer_total: Type.Optional(Type.Integer()),
      currency: Type.Optional(Type.String()),
    }),
  ),
})
export type TransactionBody = Static<typeof TransactionBody>

/** Reads WeChat Pay's payment into our words. */
export const transactionOf = (body: TransactionBody): Transaction => ({
  outTradeNo: body.out_trade_no,
  state: body.trade_state,
  transactionId: body.transaction_id ?? null,
  openid: body.payer?.openid ?? null,
  totalFen: body.amount?.total ?? null,
  payerTotalFen: body.amount?.payer_total ?? null,
  paidAt: atOf(body.success_time),
  attach: body.attach ?? null,
})
