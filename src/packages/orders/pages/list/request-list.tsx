import { RequestCard } from '../../../../features/after-sale/request-card'
import { ListEnd } from '../../../../features/staff/list-end'
import { usePages } from '../../../../features/staff/use-pages'
import { go } from '../../../../platform/navigate'
import { usePageShow, usePullDown } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { selectMemberId, useSession } from '../../../../platform/session'
import { Loadable } from '../../../../ui/loadable'
import { ListBones } from './list-bones'

/** What I asked back, newest first. */
export function RequestList({ empty }: { readonly empty: string }) {
  const memberId = useSession(selectMemberId)
  const requests = usePages(`after-sales.${memberId ?? 'nobody'}`, (cursor) =>
    call('GET /after-sales', { query: { cursor } }),
  )
  const { first, items } = requests
  usePageShow(() => void first.reload())
  usePullDown(first.reload)
  if (first.status !== 'ready') {
    const text = '要退的话，打开订单点「申请退款」或「申请售后」'
    return <Loadable of={first} skeleton={<ListBones />} empty={{ art: 'return', title: empty, text }} />
  }
  return (
    <>
      {items.map((request) => (
        <RequestCard key={request.id} request={request} onOpen={() => go('afterSale', { id: request.id })} />
      ))}
      <ListEnd of={requests} />
    </>
  )
}
