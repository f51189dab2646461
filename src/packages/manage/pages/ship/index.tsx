import type { ShippingFilter } from '@contract/shipment'
import { useState } from 'react'
import { ShippingCard } from '../../../../features/manage/ship/shipping-card'
import { Shell } from '../../../../features/shell/shell'
import { ListEnd } from '../../../../features/staff/list-end'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { isStranger, STRANGER } from '../../../../features/staff/stranger'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { go } from '../../../../platform/navigate'
import { usePageShow, usePullDown, useRouterParams } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { Loadable } from '../../../../ui/loadable'
import { Tabs } from '../../../../ui/tabs'
import { FindField } from '../../find-field'
import { useCounted } from '../../use-counted'

const TABS: readonly { key: ShippingFilter; text: string; empty: string }[] = [
  { key: 'toShip', text: '待发货', empty: '都发出去了' },
  { key: 'overdue', text: '已超时', empty: '没有超过 48 小时的订单' },
  { key: 'refused', text: '微信未收', empty: '发货信息都同步给微信了' },
  { key: 'sent', text: '已发出', empty: '还没有发出的订单' },
]

/** Orders to send, the most overdue first. */
export default function ShippingPage() {
  const { filter } = useRouterParams()
  const [tab, setTab] = useState(TABS.find((it) => it.key === filter) ?? TABS[0]!)
  const [search, setSearch] = useState('')
  const { pages, counts } = useCounted(useStaffKey(`shipping.${tab.key}.${search}`), (cursor) =>
    call('GET /manage/shipping', { query: { filter: tab.key, search: search || undefined, cursor } }),
  )
  const { first, items } = pages
  usePageShow(() => void first.reload())
  usePullDown(first.reload)
  if (isStranger(first)) {
    return (
      <Shell>
        <Loadable of={first} failed={STRANGER} />
      </Shell>
    )
  }
  const countOf = (key: ShippingFilter) => (key === 'sent' ? 0 : (counts?.[key] ?? 0))
  return (
    <Shell className="manage-ship">
      <Tabs
        items={TABS.map((it) => ({ ...it, count: countOf(it.key) }))}
        active={tab.key}
        onChange={(key) => setTab(TABS.find((it) => it.key === key) ?? TABS[0]!)}
        isSticky
      />
      <FindField value={search} placeholder="订单号、运单号、姓名或电话开头" onFind={setSearch} />
      <Loadable
        of={first}
        skeleton={<ListSkeleton />}
        empty={{ art: 'box', title: search ? `没有找到「${search}」` : tab.empty }}
      />
      {items.map((order) => (
        <ShippingCard key={order.id} order={order} onOpen={() => go('manageShipment', { id: order.id })} />
      ))}
      {items.length > 0 && <ListEnd of={pages} />}
    </Shell>
  )
}
