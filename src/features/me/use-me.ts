import type { MeView } from '@contract/session'
import { call } from '../../platform/request'
import { selectMemberId, useSession } from '../../platform/session'
import { type Query, useQuery } from '../../platform/use-query'

export const meKey = (memberId: string | null): string => `me.${memberId ?? 'nobody'}`

/** Who I am to the shop; kept, so that the page stands at once and without a network. */
export function useMe(): Query<MeView> {
  const memberId = useSession(selectMemberId)
  return useQuery(meKey(memberId), () => call('GET /me'), { persist: true })
}
