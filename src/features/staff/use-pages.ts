import type { Result } from '@domain/result'
import { useState } from 'react'
import type { ApiError } from '../../platform/http'
import { usePageEnd } from '../../platform/page'
import { useAction } from '../../platform/use-action'
import { type Query, useQuery } from '../../platform/use-query'

export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

export interface Pages<T> {
  /** The first page, for the states of the screen. */
  readonly first: Query<Page<T>>
  readonly items: readonly T[]
  /** `failed`: the next page could not be had; `loadMore` tries again. */
  readonly end: 'more' | 'end' | 'failed'
  readonly loadMore: () => void
}

interface Tail<T> extends Page<T> {
  /** The first page these follow: a fresh one makes them stale. */
  readonly head: Page<T>
  readonly hasFailed: boolean
}

/** A list that grows when the end of the page comes near. Pulling down starts it anew. */
export function usePages<T>(
  key: string,
  fetchPage: (cursor: string | undefined) => Promise<Result<Page<T>, ApiError>>,
): Pages<T> {
  const first = useQuery(key, () => fetchPage(undefined), { isEmpty: (page) => page.items.length === 0 })
  const head = first.status === 'ready' ? first.value : null
  const [kept, setTail] = useState<Tail<T> | null>(null)
  const tail = kept && kept.head === head ? kept : null
  const next = tail ? tail.next : (head?.next ?? null)

  const { run } = useAction(async () => {
    if (!head || next === null) return
    const before = tail?.items ?? []
    const answer = await fetchPage(next)
    setTail(
      answer.ok
        ? { head, items: [...before, ...answer.value.items], next: answer.value.next, hasFailed: false }
        : { head, items: before, next, hasFailed: true },
    )
  })
  const loadMore = () => void run()
  usePageEnd(loadMore)

  const end = next === null ? 'end' : tail?.hasFailed ? 'failed' : 'more'
  return { first, items: [...(head?.items ?? []), ...(tail?.items ?? [])], end, loadMore }
}
