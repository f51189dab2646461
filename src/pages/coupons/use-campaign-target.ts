import { parseEntry } from '@domain/share/entry'
import { call } from '../../platform/request'
import { useQuery } from '../../platform/use-query'

/** Which campaign this tab was opened for: a card names it beside its token, a mini-program code has the token alone. */
export function useCampaignTarget(params: Readonly<Record<string, string | undefined>>): {
  readonly campaignId: string | null
  readonly token: string | null
} {
  const { shareToken: token } = parseEntry({ query: params })
  const isAsked = !params.campaignId && token !== null
  const asked = useQuery(isAsked ? `share.${token}` : null, () =>
    call('GET /shares/:token', { params: { token: token ?? '' } }),
  )
  const campaignId = params.campaignId ?? (asked.status === 'ready' ? asked.value.campaignId : null)
  return { campaignId, token }
}
