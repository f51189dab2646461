import type { OrderState } from '@contract/order'
import { useState } from 'react'
import { OrderCardBones } from '../../../../features/order/order-skeleton'
import { useOrderPages } from '../../../../features/order/use-order-pages'
import { Shell } from '../../../../features/shell/shell'
import { go } from '../../../../platform/navigate'
import { scrollToTop, usePageEnd, usePageShow, usePullDown, useRouterParams } from '../../../../platform/page'
import { Banner } from '../../../../ui/banner'
import { EndMark } from '../../../../ui/end-mark'
import { Loadable } from '../../../../ui/loadable'
import { Tabs } from '../../../../ui/tabs'
import { OrderRow } from './order-row'

const TABS: readonly { key: OrderState | 'all'; text: string; empty: string }[] = [
  { key: 'all', text: '全部', empty: '还没有订单' },
  { key: 'unpaid', text: '待付款', empty: '没有待付款的订单' },
  { key: 'paid', text: '待发货', empty: '没有待发货的订单' },
  { key: 'shipped', text: '待收货', empty: '没有在路上的包裹' },
  { key: 'received', text: '已完成', empty: '还没有完成的订单' },
]

export default function OrdersPage() {
  const { state } = useRouterParams()
  const [tab, setTab] = useState(TABS.find((it) => it.key === state) ?? TABS[0]!)
  const pages = useOrderPages(tab.key === 'all' ? null : tab.key)
  const { first } = pages
  usePageShow(() => void first.reload())
  usePullDown(first.reload)
  usePageEnd(() => void pages.more())
  const choose = (key: string) => {
    setTab(TABS.find((it) => it.key === key) ?? TABS[0]!)
    scrollToTop()
  }
  const action = { text: '去逛逛', onTap: () => go('home') }
  return (
    <Shell className="orders">
      <Tabs items={TABS} active={tab.key} onChange={choose} isSticky />
      {first.status !== 'ready' ? (
        <Loadable of={first} skeleton={<ListBones />} empty={{ art: 'bag', title: tab.empty, action }} />
      ) : (
        <>
          {pages.orders.map((order) => (
            <OrderRow key={order.id} order={order} reload={first.reload} />
          ))}
          {pages.end === 'failed' ? (
            <Banner action={{ text: '再试一次', onTap: () => void pages.more() }}>后面的没有加载出来</Banner>
          ) : (
            <EndMark state={pages.end} />
          )}
        </>
      )}
    </Shell>
  )
}

const ListBones = () => (
  <>
    <OrderCardBones />
    <OrderCardBones />
    <OrderCardBones />
  </>
)
