import { errorText } from '../../platform/error-text'
import type { ApiError } from '../../platform/http'

/** Why the cart would not take it, with what is left where the shop says so. */
export function refusalText(error: ApiError): string {
  const detail = ('detail' in error ? error.detail : null) as { available?: number; max?: number } | null
  if (error.code === 'sku.out_of_stock' && detail?.available !== undefined) {
    return detail.available > 0 ? `只剩 ${detail.available} 件了` : '刚刚卖完了'
  }
  if (error.code === 'sku.limit_exceeded' && detail?.max) return `每单限购 ${detail.max} 件`
  return errorText(error)
}
