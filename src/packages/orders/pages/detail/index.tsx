import { OrderSkeleton } from '../../../../features/order/order-skeleton'
import { useOrder } from '../../../../features/order/use-order'
import { Shell } from '../../../../features/shell/shell'
import { usePageShow, usePullDown, useRouterParams } from '../../../../platform/page'
import { Loadable } from '../../../../ui/loadable'
import { OrderScreen } from './order-screen'

const FAILED = { 'thing.not_found': { title: '没有找到这个订单', text: '请从「我的订单」里再看看' } }

export default function OrderPage() {
  const { id } = useRouterParams()
  const order = useOrder(id)
  usePageShow(() => void order.reload())
  usePullDown(order.reload)
  if (order.status !== 'ready') {
    return (
      <Shell>
        <Loadable of={order} skeleton={<OrderSkeleton />} failed={FAILED} />
      </Shell>
    )
  }
  return <OrderScreen order={order.value} isStale={order.stale} reload={order.reload} />
}
