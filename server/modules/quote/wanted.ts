import type { Refusal } from '@contract/errors'
import { checkLines, type LimitError, type OrderLimits, type WantedLine } from '@domain/order/limits'
import { reserve } from '@domain/order/stock'
import { ok, type Result, refuse } from '@domain/result'
import { NOT_FOUND } from '../../platform/http/session-hook'
import type { SkuRow } from '../catalogue/skus'

/** Lines of one SKU become one line, where the first of them stood. */
export function mergeLines(lines: readonly WantedLine[]): WantedLine[] {
  const sums = new Map<string, number>()
  for (const { skuId, quantity } of lines) sums.set(skuId, (sums.get(skuId) ?? 0) + quantity)
  return [...sums].map(([skuId, quantity]) => ({ skuId, quantity }))
}

/** Why a limit refuses, as the API says it. */
export function limitRefusal(error: LimitError): Refusal {
  switch (error.code) {
    case 'order.empty':
      return { code: 'order.empty', message: 'Nothing is ordered.', field: '/body/lines' }
    case 'cart.full':
      return {
        code: 'cart.full',
        message: `A cart holds ${error.maxLines} lines.`,
        detail: { maxLines: error.maxLines },
      }
    case 'sku.limit_exceeded':
      return {
        code: 'sku.limit_exceeded',
        message: `At most ${error.max} of this SKU at once.`,
        detail: { skuId: error.skuId, max: error.max },
      }
    case 'sku.quantity_invalid':
      return {
        code: 'request.invalid',
        message: 'A quantity is a whole number from 1.',
        field: '/body/lines',
      }
    case 'order.too_many_unpaid':
      return {
        code: 'order.too_many_unpaid',
        message: `At most ${error.max} unpaid orders at once; pay or cancel one first.`,
        detail: { max: error.max },
      }
  }
}

/** How many of a SKU one order may hold. */
export const maxPerOrder = (sku: SkuRow, limits: OrderLimits): number =>
  Math.min(sku.limitPerOrder ?? limits.maxQuantityPerLine, limits.maxQuantityPerLine)

/** A SKU as the stock rules see it. */
export const stockOf = (sku: SkuRow) => ({
  skuId: sku.skuId,
  onHand: sku.available + sku.reserved,
  reserved: sku.reserved,
  isWithdrawn: !sku.isOnSale,
})

/** Whether these lines can be had, all of them; names the first that cannot, and what is left of it. */
export function checkWanted(
  lines: readonly WantedLine[],
  skus: readonly SkuRow[],
  limits: OrderLimits,
): Result<true, Refusal> {
  const within = checkLines(lines, limits)
  if (!within.ok) return refuse(limitRefusal(within.error))
  const byId = new Map(skus.map((sku) => [sku.skuId, sku]))
  for (const { skuId, quantity } of lines) {
    const sku = byId.get(skuId)
    if (!sku) return refuse({ ...NOT_FOUND, field: '/body/lines', detail: { skuId } })
    const max = maxPerOrder(sku, limits)
    if (sku.isOnSale && quantity > max) {
      return refuse(limitRefusal({ code: 'sku.limit_exceeded', skuId, max }))
    }
  }
  const held = reserve(lines, skus.map(stockOf))
  if (held.ok) return ok(true)
  const { code, ...detail } = held.error
  const message =
    code === 'sku.withdrawn' ? 'This SKU is no longer sold.' : 'Not so many of this SKU are left.'
  return refuse({ code, message, detail })
}
