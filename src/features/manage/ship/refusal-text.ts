import { errorText } from '../../../platform/error-text'
import type { ApiError } from '../../../platform/http'

const WORDS: Partial<Record<ApiError['code'], string>> = {
  'parcel.company_unknown': '微信不认识这家快递公司，请换一家',
  'parcel.units_refused': '件数有变化，可能刚有退款，请刷新',
  'parcel.too_many': '一个订单最多 10 个包裹',
  'parcel.number_used': '这个运单号已经用过了',
  'order.state_refused': '订单状态已变化，请刷新',
}

/** Why a parcel was not taken. */
export const refusalText = (error: ApiError): string => WORDS[error.code] ?? errorText(error)
