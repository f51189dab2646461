import type { CartView } from '@contract/cart'
import type { QuoteView } from '@contract/order'
import { useEffect, useRef, useState } from 'react'
import { usePageShow } from '../../platform/page'
import { call } from '../../platform/request'
import { selectMemberId, useSession } from '../../platform/session'
import { useQuery } from '../../platform/use-query'

/** Quick taps on a stepper are one question. */
const SETTLE_MS = 350

export interface CartQuote {
  readonly quote: QuoteView | null
  /** The cart changed since; the answer for it is on its way. */
  readonly isBehind: boolean
}

/** The server's price for what is ticked, with the best of my coupons: what each line and all of it save. */
export function useCartQuote(cart: CartView): CartQuote {
  const lines = cart.lines
    .filter((line) => line.isChosen && line.state === 'ok')
    .map(({ skuId, quantity }) => ({ skuId, quantity }))
  const wanted = lines.map(({ skuId, quantity }) => `${skuId}:${quantity}`).join()
  const settled = useSettled(wanted)
  const memberId = useSession(selectMemberId)
  const asked = useRef(lines)
  if (settled === wanted) asked.current = lines
  const query = useQuery(settled ? `cart-quote.${memberId ?? ''}.${settled}` : null, () =>
    call('POST /quotes', { body: { lines: asked.current } }),
  )
  // A coupon may have been claimed or spent elsewhere.
  usePageShow(() => void query.reload())
  const last = useRef<QuoteView | null>(null)
  if (query.status === 'ready') last.current = query.value
  if (query.status === 'failed' || wanted === '') last.current = null
  return { quote: last.current, isBehind: settled !== wanted || query.status === 'loading' }
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
