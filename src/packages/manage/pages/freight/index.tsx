import type { FreightView } from '@contract/freight'
import { Shell } from '../../../../features/shell/shell'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { STRANGER } from '../../../../features/staff/stranger'
import { call } from '../../../../platform/request'
import { primeQuery, useQuery } from '../../../../platform/use-query'
import { Loadable } from '../../../../ui/loadable'
import { FreightScreen } from './freight-screen'

const KEY = 'manage.freight'

/** The freight table: seen and changed. */
export default function FreightPage() {
  const freight = useQuery<FreightView>(KEY, () => call('GET /manage/freight'))
  if (freight.status !== 'ready') {
    return (
      <Shell>
        <Loadable of={freight} skeleton={<ListSkeleton rows={3} />} failed={STRANGER} />
      </Shell>
    )
  }
  return <FreightScreen freight={freight.value} onSaved={(saved) => primeQuery(KEY, saved)} />
}
