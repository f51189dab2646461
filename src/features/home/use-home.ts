import type { HomeView } from '@contract/catalogue'
import type { Category } from '@contract/shop'
import { useEffect, useState } from 'react'
import { call } from '../../platform/request'
import { useSession } from '../../platform/session'
import { type Query, useQuery } from '../../platform/use-query'

/** How long a first paint waits for the login, so that the feed is not shown twice in two orders, ms. */
const SETTLE_MS = 600

interface Visitor {
  readonly memberId: string | null
  /** The proven group of the opening that stands. */
  readonly groupId: string | null
}

/**
 * The first screen. A returning visitor sees at once what they saw last, and the fresh answer behind it; it is
 * asked for again when the login or the group becomes known.
 */
export function useHome({ memberId, groupId }: Visitor): Query<HomeView> {
  const isPossible = useSession((s) => s.isPossible)
  const home = useQuery<HomeView>('home', () => call('GET /home'), {
    persist: true,
    refreshOn: `${memberId ?? ''}|${groupId ?? ''}`,
    isEmpty: (value) => value.feed.length === 0,
  })
  const isFresh = useFresh(SETTLE_MS)
  const isSettling = isFresh && isPossible && memberId === null
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
