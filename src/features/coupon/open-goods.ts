import type { CouponScopeView } from '@contract/coupon'
import { go } from '../../platform/navigate'

/** To what a coupon may be spent on, by the shortest way. */
export function openGoodsOf({ kind, items }: CouponScopeView, campaignId: string): void {
  const [only, ...others] = items
  if (kind === 'all' || !only) go('home')
  else if (others.length > 0) go('couponGoods', { campaignId })
  else if (kind === 'products') go('product', { id: only.id })
  else go('list', { categoryId: only.id })
}
