export type OrderState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED'

export interface Order {
  readonly outTradeNo: string
  readonly description: string
  readonly attach: string | null
  readonly notifyUrl: string
  readonly totalFen: number
  readonly openid: string
  /** All of the first prepay's parameters but `time_expire`; a repeat must match them. */
  readonly fingerprint: string
  readonly expiresAt: number
  state: OrderState
  transactionId: string | null
  paidAt: number | null
}

export interface Prepay {
  readonly outTradeNo: string
  readonly expiresAt: number
}

export type RefundStatus = 'PROCESSING' | 'SUCCESS' | 'ABNORMAL' | 'CLOSED'

export interface RefundRecord {
  readonly outRefundNo: string
  readonly outTradeNo: string
  readonly refundId: string
  readonly refundFen: number
  readonly notifyUrl: string | null
  readonly createdAt: number
  /** When WeChat Pay will have decided; null: never by itself. */
  settlesAt: number | null
  /** What it will decide. */
  readonly outcome: Exclude<RefundStatus, 'PROCESSING'>
  status: RefundStatus
  settledAt: number | null
}
