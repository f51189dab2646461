import type { ManagedAfterSale } from '@contract/after-sale'
import { useState } from 'react'
import { RequestLines } from '../../../../features/after-sale/request-lines'
import { ManagedCard } from '../../../../features/manage/after-sale/managed-card'
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
import { useCounted } from '../../use-counted'

type TabKey = ManagedAfterSale['state'] | 'trouble' | 'all'

const TABS: readonly { key: TabKey; text: string; empty: string }[] = [
  { key: 'requested', text: '待处理', empty: '没有等着处理的申请' },
  { key: 'trouble', text: '异常', empty: '没有异常的退款' },
  { key: 'returning', text: '待收货', empty: '没有在路上的退货' },
  { key: 'approved', text: '待寄回', empty: '没有等顾客寄回的' },
  { key: 'refunding', text: '退款中', empty: '没有在路上的退款' },
  { key: 'all', text: '全部', empty: '还没有退款或售后' },
]

/** Requests to decide, those waiting longest first; money that is stuck beside them. */
export default function ManagedAfterSalesPage() {
  const asked = useRouterParams().state
  const [tab, setTab] = useState(TABS.find((it) => it.key === asked) ?? TABS[0]!)
  const state = tab.key === 'all' ? undefined : tab.key
  const { pages, counts } = useCounted(useStaffKey(`after-sales.${tab.key}`), (cursor) =>
    call('GET /manage/after-sales', { query: { state, cursor } }),
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
  const known = (counts ?? {}) as Partial<Record<TabKey, number>>
  return (
    <Shell className="manage-after-sales">
      <Tabs
        items={TABS.map((it) => ({ ...it, count: known[it.key] ?? 0 }))}
        active={tab.key}
        onChange={(key) => setTab(TABS.find((it) => it.key === key) ?? TABS[0]!)}
        isSticky
      />
      <Loadable of={first} skeleton={<ListSkeleton />} empty={{ art: 'return', title: tab.empty }} />
      {items.map((request) => (
        <ManagedCard
          key={request.id}
          request={request}
          onOpen={() => go('manageAfterSale', { id: request.id })}
        >
          <RequestLines lines={request.lines} />
        </ManagedCard>
      ))}
      {items.length > 0 && <ListEnd of={pages} />}
    </Shell>
  )
}
