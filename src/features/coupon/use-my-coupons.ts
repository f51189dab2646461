import type { CouponView } from '@contract/coupon'
import { call } from '../../platform/request'
import { selectMemberId, useSession } from '../../platform/session'
import { type Query, useQuery } from '../../platform/use-query'

export interface MyCoupons {
  readonly items: readonly CouponView[]
  readonly counts: { readonly usable: number; readonly used: number; readonly expired: number }
  readonly now: number
}

const MOST = 50

/** What I can spend, those that end soonest first. */
export function useMyCoupons(isOn = true): Query<MyCoupons> {
  const memberId = useSession(selectMemberId)
  return useQuery<MyCoupons>(
    isOn && memberId ? `coupons.usable.${memberId}` : null,
    () => call('GET /coupons', { query: { state: 'usable', limit: MOST } }),
    { persist: true },
  )
}

/** `3 张可用，1 张明天到期`: what the way to my coupons says. Null until it is known. */
export function myCouponsText(query: Query<MyCoupons>): string | null {
  if (query.status !== 'ready') return null
  const { counts, items } = query.value
  if (counts.usable === 0) return '还没有可用的券'
  const ending = items.filter((coupon) => coupon.isExpiringSoon).length
  return ending > 0 ? `${counts.usable} 张可用，${ending} 张快到期` : `${counts.usable} 张可用`
}
