import type { CartView } from '@contract/cart'
import { useEffect } from 'react'
import { setTabBadge } from '../../platform/navigate'
import { usePageShow } from '../../platform/page'
import { selectMemberId, useSession } from '../../platform/session'
import { type Query, useQuery } from '../../platform/use-query'
import { readCart } from './actions'
import { cartKey, forgetCart } from './held'
import { selectCount, useCart } from './store'

/** The cart of whoever holds the phone, kept for a first paint without a network. */
export function useCartView(): Query<CartView> {
  const memberId = useSession(selectMemberId)
  return useQuery(cartKey(memberId), readCart, { persist: true, isEmpty: (view) => view.lines.length === 0 })
}

let countedFor: string | null = null

/** The number on the cart's tab. Every tab page uses it: WeChat takes a number only while a tab page stands. */
export function useCartBadge(): void {
  const memberId = useSession(selectMemberId)
  const count = useCart(selectCount)
  usePageShow(() => setTabBadge('cart', selectCount(useCart.getState())))
  useEffect(() => setTabBadge('cart', count), [count])
  useEffect(() => {
    if (!memberId || countedFor === memberId) return
    if (countedFor) forgetCart()
    countedFor = memberId
    void readCart()
  }, [memberId])
}
