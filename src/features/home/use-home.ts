import type { HomeView } from '@contract/catalogue'
import type { Category } from '@contract/shop'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../platform/request'
import { useSession } from '../../platform/session'
import { type Query, useQuery } from '../../platform/use-query'

/** How long a first paint waits for login and group, so that the feed is not shown in three orders, ms. */
const SETTLE_MS = 800

interface Visitor {
  readonly memberId: string | null
  /** The proven group of the opening that stands. */
  readonly groupId: string | null
  /** The opening came from a group, and the server has not answered for it. */
  readonly isProofPending: boolean
}

/**
 * The first screen. A returning visitor sees at once what they saw last, and the fresh answer behind it; it is
 * asked for again when the login or the group becomes known.
 */
export function useHome({ memberId, groupId, isProofPending }: Visitor): Query<HomeView> {
  const isPossible = useSession((s) => s.isPossible)
  const home = useQuery<HomeView>('home', () => call('GET /home'), {
    persist: true,
    refreshOn: `${memberId ?? ''}|${groupId ?? ''}`,
    isEmpty: (value) => value.feed.length === 0,
  })
  const isFresh = useFresh(SETTLE_MS)
  // Whoever has been here before sees at once what they saw last.
  const hasSeen = useRef(home.status === 'ready')
  const isSettling = isFresh && !hasSeen.current && isPossible && (memberId === null || isProofPending)
  return isSettling && home.status === 'ready' ? { status: 'loading', reload: home.reload } : home
}

/** True for the first `ms` of the page's life. */
export function useFresh(ms: number): boolean {
  const [isFresh, setFresh] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setFresh(false), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return isFresh
}

/** The categories that have something on sale. */
export function useCategories(): Query<{ items: Category[] }> {
  return useQuery('categories', () => call('GET /categories'), { persist: true })
}
