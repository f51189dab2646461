import type { LadderView } from '@contract/coupon'
import type { Result } from '@domain/result'
import { create } from 'zustand'
import type { ApiError } from '../../platform/http'
import { call } from '../../platform/request'
import { ensureSession, selectMemberId, useSession } from '../../platform/session'
import { type Query, useQuery } from '../../platform/use-query'

export interface Ladders {
  readonly items: readonly LadderView[]
  readonly now: number
}

interface Wish {
  /** Only campaigns whose coupons this product may be bought with. */
  readonly productId?: string
  readonly limit?: number
  /** The proven group of the opening that stands: another one, another answer. */
  readonly groupId: string | null
  /** False while nothing is to be asked, as in Moments' single page. */
  readonly isOn?: boolean
}

/** Ladders asked for one by one, after a claim or from a card: the newest answer speaks on every page. */
const useNewest = create<{ readonly byId: Readonly<Record<string, LadderView>> }>()(() => ({ byId: {} }))

export const noteLadder = (ladder: LadderView): void =>
  useNewest.setState(({ byId }) => ({ byId: { ...byId, [ladder.campaignId]: ladder } }))

/** What I can claim, first what is mine to take. The order stays while a claim changes what stands in it. */
export function useLadders({ productId, limit, groupId, isOn = true }: Wish): Query<Ladders> {
  const memberId = useSession(selectMemberId)
  const byId = useNewest((s) => s.byId)
  const key = ['ladders', memberId ?? 'nobody', productId ?? '', limit ?? ''].join('.')
  const query = useQuery<Ladders>(
    isOn ? key : null,
    () => asMember(memberId, () => call('GET /campaigns', { query: { productId, limit } })),
    {
      persist: productId === undefined,
      refreshOn: groupId ?? '',
      isEmpty: ({ items }) => items.length === 0,
    },
  )
  if (query.status !== 'ready') return query
  const items = query.value.items.map((it) => newer(it, byId[it.campaignId]))
  return { ...query, value: { ...query.value, items } }
}

/** One campaign, as the card that opened the shop names it; also where it is over or not for me. */
export function useLadder(campaignId: string | null | undefined, groupId: string | null): Query<LadderView> {
  const memberId = useSession(selectMemberId)
  const kept = useNewest((s) => (campaignId ? s.byId[campaignId] : undefined))
  const query = useQuery<LadderView>(
    campaignId && `ladder.${memberId ?? 'nobody'}.${campaignId}`,
    () => asMember(memberId, () => call('GET /campaigns/:id', { params: { id: campaignId ?? '' } })),
    { refreshOn: groupId ?? '' },
  )
  return query.status === 'ready' ? { ...query, value: newer(query.value, kept) } : query
}

/**
 * What is mine can be asked for only once it is known who I am. Logging in changes the query's key, which asks; so here
 * there is an answer only where the login fails.
 */
async function asMember<T>(
  memberId: string | null,
  ask: () => Promise<Result<T, ApiError>>,
): Promise<Result<T, ApiError>> {
  if (memberId !== null) return ask()
  const opened = await ensureSession()
  return opened.ok ? new Promise(() => {}) : opened
}

const newer = (a: LadderView, b: LadderView | undefined): LadderView => (b && b.now > a.now ? b : a)
