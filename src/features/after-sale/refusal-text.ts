import { errorText } from '../../platform/error-text'
import type { ApiError } from '../../platform/http'

const WORDS: Partial<Record<ApiError['code'], string>> = {
  'refund.not_refundable': '这些商品已经申请过了，请刷新看看',
  'refund.amount_changed': '退款金额有变化，请再看一眼',
  'refund.too_many': '这一单退款次数太多，请直接联系店里',
  'refund.too_late': '付款超过一年，不能原路退回，请联系店里',
  'order.state_refused': '订单状态有变化，请刷新看看',
  'order.request_reused': '请返回后重新提交',
  'after_sale.state_refused': '这个申请的状态已经变了，请刷新看看',
}

/** Why goods could not be asked or given back, for members and managers. */
export const refusalText = (error: ApiError): string => WORDS[error.code] ?? errorText(error)
