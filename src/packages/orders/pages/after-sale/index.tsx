import { useAfterSale } from '../../../../features/after-sale/use-after-sale'
import { OrderSkeleton } from '../../../../features/order/order-skeleton'
import { Shell } from '../../../../features/shell/shell'
import { usePageShow, usePullDown, useRouterParams } from '../../../../platform/page'
import { Loadable } from '../../../../ui/loadable'
import { RequestScreen } from './request-screen'

const FAILED = { 'thing.not_found': { title: '没有找到这个申请', text: '请从订单里再看看' } }

/** One request to give goods back. */
export default function AfterSalePage() {
  const { id } = useRouterParams()
  const request = useAfterSale(id)
  usePageShow(() => void request.reload())
  usePullDown(request.reload)
  if (request.status !== 'ready') {
    return (
      <Shell>
        <Loadable of={request} skeleton={<OrderSkeleton />} failed={FAILED} />
      </Shell>
    )
  }
  return <RequestScreen request={request.value} isStale={request.stale} reload={request.reload} />
}
