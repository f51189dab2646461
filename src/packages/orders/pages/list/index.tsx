import type { OrderState } from '@contract/order'
import { useState } from 'react'
import { Shell } from '../../../../features/shell/shell'
import { scrollToTop, useRouterParams } from '../../../../platform/page'
import { Tabs } from '../../../../ui/tabs'
import { OrderList } from './order-list'
import { RequestList } from './request-list'

const TABS: readonly { key: OrderState | 'all' | 'after_sale'; text: string; empty: string }[] = [
  { key: 'all', text: '全部', empty: '还没有订单' },
  { key: 'unpaid', text: '待付款', empty: '没有待付款的订单' },
  { key: 'paid', text: '待发货', empty: '没有待发货的订单' },
  { key: 'shipped', text: '待收货', empty: '没有在路上的包裹' },
  { key: 'received', text: '已完成', empty: '还没有完成的订单' },
  { key: 'after_sale', text: '退款/售后', empty: '没有退款或售后' },
]

/** My orders by state, and what I asked back. */
export default function OrdersPage() {
  const { state } = useRouterParams()
  const [tab, setTab] = useState(TABS.find((it) => it.key === state) ?? TABS[0]!)
  const choose = (key: string) => {
    setTab(TABS.find((it) => it.key === key) ?? TABS[0]!)
    scrollToTop()
  }
  return (
    <Shell className="orders">
      <Tabs items={TABS} active={tab.key} onChange={choose} isSticky />
      {tab.key === 'after_sale' ? (
        <RequestList empty={tab.empty} />
      ) : (
        <OrderList state={tab.key === 'all' ? null : tab.key} empty={tab.empty} />
      )}
    </Shell>
  )
}
