import { chinaTime } from './china-time'
import { clipBytes } from './clip-bytes'

export interface PrepayOrder {
  /** 6 to 32 of letters, digits, `_-|*`; one per order, for ever. */
  readonly outTradeNo: string
  /** What the customer reads on the bill; cut to WeChat's 127 bytes. */
  readonly description: string
  readonly totalFen: number
  readonly openid: string
  /** Unpayable after this. Honoured on the first call only, and not before a minute from then. */
  readonly expiresAt?: number
  /** Echoed in notification and query, up to 128 characters. */
  readonly attach?: string
  /** Where this order's notifications arrive; the client's own address unless told. A repeat must name the same. */
  readonly notifyUrl?: string
}

export interface RefundRequest {
  readonly outTradeNo: string
  /** Up to 64 of letters, digits, `_-|*@`. A retry must use the same number and amount. */
  readonly outRefundNo: string
  readonly refundFen: number
  /** The whole payment's amount. */
  readonly totalFen: number
  /** Shown to the customer, up to 80 characters. */
  readonly reason?: string
}

/** The body of a prepay. The same order gives the same bytes, as a repeated prepay must. */
export const prepayBody = (
  { outTradeNo, description, totalFen, openid, expiresAt, attach, notifyUrl }: PrepayOrder,
  merchant: { readonly appid: string; readonly mchid: string; readonly notifyUrl: string },
) => ({
  appid: merchant.appid,
  mchid: merchant.mchid,
  description: clipBytes(description, 127),
  out_trade_no: outTradeNo,
  ...(expiresAt !== undefined && { time_expire: chinaTime(expiresAt) }),
  ...(attach !== undefined && { attach }),
  notify_url: notifyUrl ?? merchant.notifyUrl,
  amount: { total: totalFen, currency: 'CNY' },
  payer: { openid },
})

/** The body of a refund. */
export const refundBody = (
  { outTradeNo, outRefundNo, refundFen, totalFen, reason }: RefundRequest,
  notifyUrl: string,
) => ({
  out_trade_no: outTradeNo,
  out_refund_no: outRefundNo,
  ...(reason !== undefined && { reason: clipBytes(reason, 80) }),
  notify_url: notifyUrl,
  amount: { refund: refundFen, total: totalFen, currency: 'CNY' },
})
