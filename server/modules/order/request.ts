import { createHash } from 'node:crypto'
import type { createOrder } from '@contract/order'
import type { BodyOf } from '@contract/route'
import { mergeLines } from '../quote/wanted'

export type OrderRequest = BodyOf<typeof createOrder>

/**
 * What makes two requests the same order. When it was sent and which openings it carries may differ between the tries
 * of one order; what is bought, where it goes and what it may cost may not.
 */
export function requestHash(request: OrderRequest): string {
  const { lines, addressId, expectedPayableFen, remark, couponIds } = request
  const wanted = mergeLines(lines).sort((a, b) => (a.skuId < b.skuId ? -1 : 1))
  const content = JSON.stringify([
    wanted.map(({ skuId, quantity }) => [skuId, quantity]),
    addressId,
    expectedPayableFen,
    remark ?? '',
    ...[couponIds?.goods, couponIds?.freight].filter((id) => typeof id === 'string'),
  ])
  return createHash('sha256').update(content).digest('hex')
}
