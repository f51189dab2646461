import type { StaffRow } from '@contract/team'
import { call } from '../../../platform/request'
import { selectMemberId, useSession } from '../../../platform/session'
import { type Query, useQuery } from '../../../platform/use-query'

/** Everybody with a post, those invited and those who left; shared by every page that names a colleague. */
export function useTeam(): Query<{ readonly items: readonly StaffRow[] }> {
  const memberId = useSession(selectMemberId)
  return useQuery(`manage.team.${memberId ?? ''}`, () => call('GET /manage/staff'))
}

/** Those who can be given something: in service, in the order of the shop. */
export const inService = (team: Query<{ readonly items: readonly StaffRow[] }>): readonly StaffRow[] =>
  team.status === 'ready' ? team.value.items.filter(({ state }) => state === 'in_service') : []

/** What a post is called. */
export const postText = (role: StaffRow['role']): string => (role === 'manager' ? '店长' : '导购')
