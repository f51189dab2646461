import { MAX_STAFF_PICKS, personalScores, plainReason, type Scored } from './score'
import type { FeedItem, FeedProduct, FeedRequest } from './types'

/** Each product of a category among the last few shown lowers the next one of the same category by this. */
const REPEAT_FACTOR = 0.8
const LOOK_BACK = 4

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The home feed: product ids in order, each with a true reason or none. Switched off, it is popularity alone,
 * the same for everybody. The input's order never matters; ties go by id.
 */
export function rankFeed(request: FeedRequest): FeedItem[] {
  if (!request.isPersonalised) return plainFeed(request)
  const scored = personalScores({ ...request, products: limitPicks(request.products) })
  return diversify(scored).map(({ product, reason }) => ({ id: product.id, reason }))
}

const byPopularity = (a: FeedProduct, b: FeedProduct): number =>
  b.boughtInShop30d - a.boughtInShop30d || b.createdAt - a.createdAt || compare(a.id, b.id)

const plainFeed = ({ products, nowMs }: FeedRequest): FeedItem[] =>
  [...products].sort(byPopularity).map((product) => ({ id: product.id, reason: plainReason(product, nowMs) }))

/** At most 15 promoted items at a time: the rest of the picks rank as any other product. */
function limitPicks(products: readonly FeedProduct[]): FeedProduct[] {
  const promoted = new Set(
    products
      .filter((p) => p.isStaffPick)
      .sort(byPopularity)
      .slice(0, MAX_STAFF_PICKS),
  )
  return products.map((p) => (p.isStaffPick && !promoted.has(p) ? { ...p, isStaffPick: false } : p))
}

/** Best first, but a category just shown steps back a little. One look at each category's head per item. */
function diversify(scored: readonly Scored[]): Scored[] {
  const queues = new Map<string, Scored[]>()
  for (const item of [...scored].sort((a, b) => a.score - b.score || compare(b.product.id, a.product.id))) {
    const queue = queues.get(item.product.categoryId)
    if (queue) queue.push(item)
    else queues.set(item.product.categoryId, [item])
  }
  const feed: Scored[] = []
  while (feed.length < scored.length) {
    const recent = feed.slice(-LOOK_BACK).map((item) => item.product.categoryId)
    let best: { item: Scored; score: number; queue: Scored[] } | null = null
    for (const [categoryId, queue] of queues) {
      const item = queue.at(-1)
      if (!item) continue
      const score = item.score * REPEAT_FACTOR ** recent.filter((id) => id === categoryId).length
      const isBetter =
        !best || score > best.score || (score === best.score && item.product.id < best.item.product.id)
      if (isBetter) best = { item, score, queue }
    }
    if (!best) break
    best.queue.pop()
    feed.push(best.item)
  }
  return feed
}
