import type { ManagedAfterSale } from '@contract/after-sale'
import { Shell } from '../../../../features/shell/shell'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { usePageShow, usePullDown, useRouterParams } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { primeQuery, useQuery } from '../../../../platform/use-query'
import { Loadable } from '../../../../ui/loadable'
import { ManagedScreen } from './managed-screen'

const FAILED = { 'thing.not_found': { title: '没有找到这个申请' } }

/** One request, to be decided. */
export default function ManagedAfterSalePage() {
  const { id } = useRouterParams()
  const key = id && `managed-after-sale.${id}`
  const request = useQuery<ManagedAfterSale>(key, () =>
    call('GET /manage/after-sales/:id', { params: { id: id ?? '' } }),
  )
  usePageShow(() => void request.reload())
  usePullDown(request.reload)
  if (!key || request.status !== 'ready') {
    return (
      <Shell>
        <Loadable of={request} skeleton={<ListSkeleton rows={3} />} failed={FAILED} />
      </Shell>
    )
  }
  return (
    <ManagedScreen
      request={request.value}
      onChanged={(changed) => primeQuery(key, changed)}
      reload={request.reload}
    />
  )
}
