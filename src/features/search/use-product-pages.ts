import type { ProductCard } from '@contract/catalogue'
import { useRef, useState } from 'react'
import type { ApiError } from '../../platform/http'
import { call } from '../../platform/request'
import { type Query, useQuery } from '../../platform/use-query'

interface Wanted {
  readonly categoryId?: string
  readonly q?: string
}

interface Page {
  readonly items: ProductCard[]
  readonly next: string | null
}

export interface ProductPages {
  /** The first page: what the screen's state depends on. */
  readonly first: Query<Page>
  readonly cards: readonly ProductCard[]
  readonly state: 'more' | 'end' | 'failed'
  readonly loadMore: () => Promise<void>
  readonly error: ApiError | null
}

const LIMIT = 20

/** A list of the catalogue, page by page. Each category and each word has pages of its own. */
export function useProductPages({ categoryId, q }: Wanted): ProductPages {
  const key = `products|${categoryId ?? ''}|${q ?? ''}`
  const query = { categoryId, q, limit: LIMIT }
  const first = useQuery<Page>(key, () => call('GET /products', { query }), {
    isEmpty: (page) => page.items.length === 0,
  })
  const [later, setLater] = useState<{ of: Page; pages: readonly Page[]; error: ApiError | null } | null>(
    null,
  )
  const isBusy = useRef(false)

  const start = first.status === 'ready' ? first.value : null
  // A refreshed first page may have moved everything behind it.
  const more = later && later.of === start ? later : null
  const pages = start ? [start, ...(more?.pages ?? [])] : []
  const next = pages.at(-1)?.next ?? null
  const error = more?.error ?? null

  const loadMore = async () => {
    if (!start || next === null || isBusy.current) return
    isBusy.current = true
    const answer = await call('GET /products', { query: { ...query, cursor: next } })
    isBusy.current = false
    const known = more?.pages ?? []
    if (answer.ok) setLater({ of: start, pages: [...known, answer.value], error: null })
    else setLater({ of: start, pages: known, error: answer.error })
  }
  return {
    first,
    cards: pages.flatMap((page) => page.items),
    state: error ? 'failed' : next === null ? 'end' : 'more',
    loadMore,
    error,
  }
}
