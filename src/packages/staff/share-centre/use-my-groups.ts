import { useStaffKey } from '../../../features/staff/use-staff-key'
import { call } from '../../../platform/request'
import { useQuery } from '../../../platform/use-query'

export interface MyGroup {
  readonly id: string
  readonly name: string
}

/** The groups I own, by name; none until they are known. */
export function useMyGroups(): readonly MyGroup[] {
  const groups = useQuery(useStaffKey('groups'), () => call('GET /staff/groups', { session: 'need' }))
  if (groups.status !== 'ready') return []
  return groups.value.items
    .filter(({ isMine }) => isMine)
    .map(({ id, name }) => ({ id, name: name ?? '还没起名的群' }))
}
