import type { OrderState, OrderSummary } from '@contract/order'
import { useState } from 'react'
import { call } from '../../platform/request'
import { selectMemberId, useSession } from '../../platform/session'
import { useAction } from '../../platform/use-action'
import { type Query, useQuery } from '../../platform/use-query'

interface Page {
  readonly items: readonly OrderSummary[]
  readonly next: string | null
}

interface Tail extends Page {
  /** The first page these follow: a fresh one makes them old. */
  readonly head: Page
  readonly hasFailed: boolean
}

export interface OrderPages {
  /** The first page, for the states of the screen. */
  readonly first: Query<Page>
  readonly orders: readonly OrderSummary[]
  /** `failed`: the next page could not be had; `more` asks again. */
  readonly end: 'more' | 'end' | 'failed'
  /** Fetches the next page, one at a time. */
  readonly more: () => Promise<unknown>
}

/** My orders of one state (null: all), newest first. */
export function useOrderPages(state: OrderState | null): OrderPages {
  const memberId = useSession(selectMemberId)
  const fetchPage = (cursor?: string) => call('GET /orders', { query: { state: state ?? undefined, cursor } })
  const first = useQuery<Page>(`orders.${memberId ?? 'nobody'}.${state ?? 'all'}`, () => fetchPage(), {
    isEmpty: (page) => page.items.length === 0,
  })
  const head = first.status === 'ready' ? first.value : null
  const [kept, setTail] = useState<Tail | null>(null)
  const tail = kept && kept.head === head ? kept : null
  const next = tail ? tail.next : (head?.next ?? null)

  const { run } = useAction(async () => {
    if (!head || next === null) return
    const before = tail?.items ?? []
    const answer = await fetchPage(next)
    if (!answer.ok) return setTail({ head, items: before, next, hasFailed: true })
    const { items } = answer.value
    setTail({ head, items: [...before, ...items], next: answer.value.next, hasFailed: false })
  })

  return {
    first,
    orders: [...(head?.items ?? []), ...(tail?.items ?? [])],
    end: next === null ? 'end' : tail?.hasFailed ? 'failed' : 'more',
    more: run,
  }
}
