import { ok, type Result, refuse } from '../result'
import { DAY_MS, MINUTE_MS } from '../shop-time'

/** The shop's limits; settings may tighten them. */
export interface OrderLimits {
  readonly maxQuantityPerLine: number
  readonly maxLinesPerCart: number
  readonly maxUnpaidOrders: number
  /** How long stock is held for an unpaid order. */
  readonly reserveMs: number
  /** Receipt by rule where WeChat's own order state stays silent. */
  readonly autoReceiveMs: number
  /** From receipt until credit is final. */
  readonly matureMs: number
}

export const DEFAULT_LIMITS: OrderLimits = {
  maxQuantityPerLine: 99,
  maxLinesPerCart: 50,
  maxUnpaidOrders: 5,
  reserveMs: 15 * MINUTE_MS,
  autoReceiveMs: 10 * DAY_MS,
  matureMs: 7 * DAY_MS,
}

export type LimitError =
  | { readonly code: 'order.empty' }
  | { readonly code: 'cart.full'; readonly maxLines: number }
  | { readonly code: 'sku.limit_exceeded'; readonly skuId: string; readonly max: number }
  | { readonly code: 'sku.quantity_invalid'; readonly skuId: string }
  | { readonly code: 'order.too_many_unpaid'; readonly max: number }

export interface WantedLine {
  readonly skuId: string
  readonly quantity: number
}

/** A cart or an order request within limits: whole quantities from 1, each SKU and the whole bounded. */
export function checkLines(
  lines: readonly WantedLine[],
  limits: OrderLimits = DEFAULT_LIMITS,
): Result<true, LimitError> {
  if (lines.length === 0) return refuse({ code: 'order.empty' })
  if (lines.length > limits.maxLinesPerCart) {
    return refuse({ code: 'cart.full', maxLines: limits.maxLinesPerCart })
  }
  const wanted = new Map<string, number>()
  for (const { skuId, quantity } of lines) {
    if (!Number.isSafeInteger(quantity) || quantity < 1)
      return refuse({ code: 'sku.quantity_invalid', skuId })
    wanted.set(skuId, (wanted.get(skuId) ?? 0) + quantity)
    if (wanted.get(skuId)! > limits.maxQuantityPerLine) {
      return refuse({ code: 'sku.limit_exceeded', skuId, max: limits.maxQuantityPerLine })
    }
  }
  return ok(true)
}

/** Whether a member with `unpaidCount` unpaid orders may place one more. */
export function checkUnpaid(
  unpaidCount: number,
  limits: OrderLimits = DEFAULT_LIMITS,
): Result<true, LimitError> {
  return unpaidCount < limits.maxUnpaidOrders
    ? ok(true)
    : refuse({ code: 'order.too_many_unpaid', max: limits.maxUnpaidOrders })
}
