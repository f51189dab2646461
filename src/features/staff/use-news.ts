import { useRef } from 'react'
import { call } from '../../platform/request'
import { useWhileShown } from '../../platform/while-shown'

const SOON_MS = 1_500
const LATER_MS = 10_000
/** Whoever looks at the page without news for so long is asked about less often. */
const EAGER_FOR_MS = 3 * 60_000

/**
 * Calls `onNews` when the newest order credited to this staff member is another one, or has moved on, while the page
 * is in front. It asks for one order only: the page reloads what it shows when there is something to show.
 */
export function useNews(onNews: () => void): void {
  const known = useRef<string | null>(null)
  const eagerUntil = useRef<number | null>(null)
  useWhileShown(async () => {
    eagerUntil.current ??= Date.now() + EAGER_FOR_MS
    const answer = await call('GET /staff/orders', { query: { limit: 1 }, session: 'need' })
    if (!answer.ok) return LATER_MS
    const [newest] = answer.value.items
    const sign = newest ? [newest.id, newest.state, newest.creditFen].join() : ''
    if (known.current !== null && known.current !== sign) {
      eagerUntil.current = Date.now() + EAGER_FOR_MS
      onNews()
    }
    known.current = sign
    return Date.now() < eagerUntil.current ? SOON_MS : LATER_MS
  })
}
