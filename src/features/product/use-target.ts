import { parseEntry } from '@domain/share/entry'
import type { ShareToken } from '@domain/share/token'
import { call } from '../../platform/request'
import { type Query, useQuery } from '../../platform/use-query'

export interface Target {
  /** Which product the page shows; null while its token is being read, or where it leads to none. */
  readonly productId: string | null
  /** The token this very page was opened with, for relays. */
  readonly token: ShareToken | null
  /** What is being asked, where only the token names the product. */
  readonly asking: Query<unknown> | null
  /** Neither an id nor a token that leads to a product. */
  readonly isMissing: boolean
}

/**
 * What a product page was opened with: a card carries token and id, a mini-program code only its `scene`, which is
 * the token, so the shop is asked what it opens.
 */
export function useTarget(params: Readonly<Record<string, string | undefined>>): Target {
  const { shareToken: token } = parseEntry({ query: params })
  const { id } = params
  const isAsked = !id && token !== null
  const asked = useQuery(isAsked ? `share.${token}` : null, () =>
    call('GET /shares/:token', { params: { token: token ?? '' } }),
  )
  if (id) return { productId: id, token, asking: null, isMissing: false }
  if (!isAsked) return { productId: null, token, asking: null, isMissing: true }
  if (asked.status !== 'ready') return { productId: null, token, asking: asked, isMissing: false }
  const { productId } = asked.value
  return { productId, token, asking: null, isMissing: productId === null }
}
