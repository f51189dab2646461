import { errorText } from '../../../platform/error-text'
import type { ApiError } from '../../../platform/http'

/** Reasons that come up often; the manager may write another. */
export const BLOCK_REASONS = ['反复恶意退款', '刷单刷券', '骚扰店员或邻居'] as const

/** What blocking means, before it is done. */
export const BLOCK_MEANS = '对方会被登出，不能再登录下单；以后的打开不再算给任何店员。已有的订单照常处理。'

/** Why somebody could not be blocked. */
export const blockRefusal = (error: ApiError): string =>
  error.code === 'block.refused' ? '这位是在职店员，请先办离职交接' : errorText(error)
