import { DAY_MS } from '../shop-time'
import type { FeedProduct, FeedReason, FeedRequest, MemberTaste } from './types'

/** Fewer buyers than this are persons, not a crowd: they are neither counted aloud nor ranked by. */
export const K_ANONYMITY = 3
/** Promoted by hand at a time. */
export const MAX_STAFF_PICKS = 15
export const NEW_DAYS = 14

/** What each signal is worth; every signal lies in 0–1. */
const WEIGHTS = { group: 4, shop: 2, category: 2.5, price: 1, pick: 1.2, fresh: 0.8 } as const

export interface Scored {
  readonly product: FeedProduct
  readonly score: number
  readonly reason: FeedReason | null
}

const isCrowd = (product: FeedProduct): boolean => product.buyersInGroup >= K_ANONYMITY

const ageDays = (product: FeedProduct, nowMs: number): number =>
  Math.max(nowMs - product.createdAt, 0) / DAY_MS

/** Counts grow like their logarithm: the tenth buyer says less than the first. */
const damped = (count: number, most: number): number => (most <= 0 ? 0 : Math.log1p(count) / Math.log1p(most))

const most = (counts: Iterable<number>): number => {
  let top = 0
  for (const count of counts) if (count > top) top = count
  return top
}

/** 1 inside the member's price band, falling to 0 at half its low end and twice its high end. */
function priceFit(product: FeedProduct, taste: MemberTaste): number {
  const { priceBand } = taste
  if (!priceBand) return 0
  const { low, high } = priceBand
  if (product.priceFen < low) return Math.max(0, (product.priceFen / low - 0.5) * 2)
  if (product.priceFen > high) return Math.max(0, 2 - product.priceFen / high)
  return 1
}

/** Scores for one member in one group; whoever is unknown in either falls back to the shop. */
export function personalScores({ products, taste, nowMs }: FeedRequest): Scored[] {
  const groupMost = most(products.filter(isCrowd).map((p) => p.boughtByGroup30d))
  const shopMost = most(products.map((p) => p.boughtInShop30d))
  const categoryMost = most(Object.values(taste?.categoryCounts ?? {}))
  return products.map((product) => {
    const bought = taste?.categoryCounts[product.categoryId] ?? 0
    const score =
      WEIGHTS.group * (isCrowd(product) ? damped(product.boughtByGroup30d, groupMost) : 0) +
      WEIGHTS.shop * damped(product.boughtInShop30d, shopMost) +
      WEIGHTS.category * damped(bought, categoryMost) +
      WEIGHTS.price * (taste ? priceFit(product, taste) : 0) +
      WEIGHTS.pick * (product.isStaffPick ? 1 : 0) +
      WEIGHTS.fresh * 0.5 ** (ageDays(product, nowMs) / NEW_DAYS)
    return { product, score, reason: personalReason(product, bought > 0 && bought === categoryMost, nowMs) }
  })
}

function personalReason(product: FeedProduct, isFavourite: boolean, nowMs: number): FeedReason | null {
  if (isCrowd(product)) return { code: 'group_bought', count: product.buyersInGroup }
  if (product.isStaffPick) return { code: 'staff_pick' }
  if (isFavourite) return { code: 'category_fit' }
  return plainReason(product, nowMs)
}

/** What is true for everybody: new, or sold often enough to say so. */
export function plainReason(product: FeedProduct, nowMs: number): FeedReason | null {
  if (ageDays(product, nowMs) <= NEW_DAYS) return { code: 'new' }
  const count = product.boughtInShop30d
  return count >= K_ANONYMITY ? { code: 'shop_bought', count } : null
}
