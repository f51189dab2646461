import type { ApiError } from '../../platform/http'
import type { Wanted } from './wanted'

/** A line that cannot be had as it was asked for. `left` 0: it falls away. */
export interface Shortage {
  readonly skuId: string
  readonly reason: 'short' | 'limit' | 'withdrawn'
  readonly asked: number
  readonly left: number
}

interface Detail {
  readonly skuId?: string
  readonly available?: number
  readonly max?: number
}

/** The line a refusal names and what is left of it; null where the refusal is about something else. */
export function shortageOf(error: ApiError, wanted: readonly Wanted[]): Shortage | null {
  const detail = (('detail' in error ? error.detail : null) ?? {}) as Detail
  const line = wanted.find((it) => it.skuId === detail.skuId)
  if (!line) return null
  const shortage = { skuId: line.skuId, asked: line.quantity }
  switch (error.code) {
    case 'sku.out_of_stock':
      return { ...shortage, reason: 'short', left: detail.available ?? 0 }
    case 'sku.limit_exceeded':
      return { ...shortage, reason: 'limit', left: detail.max ?? 0 }
    case 'sku.withdrawn':
    case 'thing.not_found':
      return { ...shortage, reason: 'withdrawn', left: 0 }
    default:
      return null
  }
}

/** What is left to buy of it. */
export const without = (wanted: readonly Wanted[], { skuId, left }: Shortage): Wanted[] =>
  wanted.flatMap((line) => {
    if (line.skuId !== skuId) return [line]
    return left > 0 ? [{ skuId, quantity: left }] : []
  })

/** The sentence on the line. */
export function shortageText({ reason, asked, left }: Shortage): string {
  if (reason === 'limit') return `每单限购 ${left} 件，已从 ${asked} 件改为 ${left} 件`
  if (left > 0) return `只剩 ${left} 件，已从 ${asked} 件改为 ${left} 件`
  return reason === 'withdrawn' ? '已下架' : '已卖完'
}
