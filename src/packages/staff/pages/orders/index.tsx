import { useState } from 'react'
import { Shell } from '../../../../features/shell/shell'
import { CreditedOrder } from '../../../../features/staff/credit/credited-order'
import { ListEnd } from '../../../../features/staff/list-end'
import { RANGES, readRange } from '../../../../features/staff/ranges'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { isStranger, STRANGER } from '../../../../features/staff/stranger'
import { useNews } from '../../../../features/staff/use-news'
import { usePages } from '../../../../features/staff/use-pages'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { go } from '../../../../platform/navigate'
import { usePullDown, useRouterParams } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { Loadable } from '../../../../ui/loadable'
import { Tabs } from '../../../../ui/tabs'

const TABS = [...RANGES, { key: 'all', text: '全部' }]

const EMPTY: Readonly<Record<string, string>> = {
  today: '今天还没有归属订单',
  '7d': '近7天还没有归属订单',
  '30d': '近30天还没有归属订单',
  all: '还没有归属订单',
}

export default function StaffOrdersPage() {
  const asked = useRouterParams().range
  const [tab, setTab] = useState<string>(readRange(asked) ?? 'all')
  const range = readRange(tab) ?? undefined
  const orders = usePages(useStaffKey(`orders.${tab}`), (cursor) =>
    call('GET /staff/orders', { query: { range, cursor }, session: 'need' }),
  )
  const { first, items } = orders
  usePullDown(first.reload)
  useNews(() => void first.reload())

  if (isStranger(first)) {
    return (
      <Shell>
        <Loadable of={first} failed={STRANGER} />
      </Shell>
    )
  }
  return (
    <Shell className="staff-orders">
      <Tabs items={TABS} active={tab} onChange={setTab} isSticky />
      <Loadable
        of={first}
        skeleton={<ListSkeleton />}
        empty={{
          art: 'chart',
          title: EMPTY[tab] ?? '还没有归属订单',
          text: '分享到群里，有人下单就会出现在这里',
          action: { text: '去分享', onTap: () => go('staffShares') },
        }}
      />
      {items.map((order) => (
        <CreditedOrder key={order.id} order={order} onTap={() => go('staffOrder', { id: order.id })} />
      ))}
      {items.length > 0 && <ListEnd of={orders} />}
    </Shell>
  )
}
