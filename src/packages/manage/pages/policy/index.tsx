import type { PolicyView } from '@contract/policy'
import { Shell } from '../../../../features/shell/shell'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { STRANGER } from '../../../../features/staff/stranger'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { call } from '../../../../platform/request'
import { primeQuery, useQuery } from '../../../../platform/use-query'
import { Loadable } from '../../../../ui/loadable'
import { PolicyScreen } from './policy-screen'

/** How an order finds whom it counts for: seen, tried, saved as a new version. */
export default function PolicyPage() {
  const key = useStaffKey('manage.policy')
  const policy = useQuery<PolicyView>(key, () => call('GET /manage/policy'))
  if (policy.status !== 'ready') {
    return (
      <Shell>
        <Loadable of={policy} skeleton={<ListSkeleton rows={3} />} failed={STRANGER} />
      </Shell>
    )
  }
  return (
    <PolicyScreen
      key={policy.value.current.version}
      view={policy.value}
      onSaved={(saved) => primeQuery(key, saved)}
      onStale={policy.reload}
    />
  )
}
