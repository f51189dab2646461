import type { FeedReason } from '@contract/catalogue'

/** Why a product stands where it stands, in a few words; null where there is nothing worth saying. */
export function reasonText(reason: FeedReason | null): string | null {
  if (!reason) return null
  const { code, count } = reason
  switch (code) {
    case 'group_bought':
      return count === null ? '群友买过' : `${count} 位群友买过`
    case 'shop_popular':
      return count === null ? '店里常有人买' : `月售 ${count} 件`
    case 'bought_before':
      return '你买过'
    case 'category_liked':
      return '你常买这类'
    case 'price_fit':
      return '合你的预算'
    case 'staff_pick':
      return '店员推荐'
    case 'new':
      return '新到店'
    case 'plain':
      return null
  }
}
