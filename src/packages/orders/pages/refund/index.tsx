import { openLines } from '../../../../features/after-sale/draft'
import { OrderSkeleton } from '../../../../features/order/order-skeleton'
import { useOrder } from '../../../../features/order/use-order'
import { Shell } from '../../../../features/shell/shell'
import { goInstead } from '../../../../platform/navigate'
import { useRouterParams } from '../../../../platform/page'
import { Loadable } from '../../../../ui/loadable'
import { StateView } from '../../../../ui/state-view'
import { RefundScreen } from './refund-screen'

const FAILED = { 'thing.not_found': { title: '没有找到这个订单', text: '请从「我的订单」里再看看' } }

/** Asks for pieces of an order back. */
export default function RefundPage() {
  const { order: id } = useRouterParams()
  const order = useOrder(id)
  if (order.status !== 'ready') {
    return (
      <Shell>
        <Loadable of={order} skeleton={<OrderSkeleton />} failed={FAILED} />
      </Shell>
    )
  }
  const { actions, afterSales } = order.value
  const mayAsk = actions.includes('refund') || actions.includes('ask_refund')
  if (!mayAsk || openLines(order.value).length === 0) {
    const [newest] = afterSales
    const action = newest
      ? { text: '看看进度', onTap: () => goInstead('afterSale', { id: newest.id }) }
      : { text: '返回订单', onTap: () => goInstead('order', { id }) }
    return (
      <Shell>
        <StateView
          art="return"
          title="没有可以退的商品了"
          text="已经申请过，或者订单状态有变化"
          action={action}
        />
      </Shell>
    )
  }
  return <RefundScreen order={order.value} reload={order.reload} />
}
