import { View } from '@tarojs/components'
import { useState } from 'react'
import { ManagedOrderCard } from '../../../../features/manage/corrections/managed-order-card'
import { Shell } from '../../../../features/shell/shell'
import { ListEnd } from '../../../../features/staff/list-end'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { isStranger, STRANGER } from '../../../../features/staff/stranger'
import { usePages } from '../../../../features/staff/use-pages'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { go } from '../../../../platform/navigate'
import { usePageShow, usePullDown, useRouterParams } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { Chip } from '../../../../ui/chip'
import { Loadable } from '../../../../ui/loadable'
import { Tabs } from '../../../../ui/tabs'
import { FindField } from '../../find-field'
import './index.scss'

const TABS = [
  { key: 'all', text: '全部订单' },
  { key: 'nobody', text: '无人归属' },
]
/** The contract's shortest search by number. */
const SHORTEST_NUMBER = 4

/** Paid orders of the shop, each with who it counts for and why; opened to be corrected. */
export default function CorrectionsPage() {
  const { staffId, groupId, name, from, to } = useRouterParams()
  const [tab, setTab] = useState('all')
  const [isNarrow, setNarrow] = useState(Boolean(staffId || groupId))
  const [search, setSearch] = useState('')
  const narrowed = isNarrow ? { staffId, groupId } : {}
  const number = search.length >= SHORTEST_NUMBER ? search : undefined
  const asked = [tab, isNarrow ? (staffId ?? groupId) : '', number, from, to].join('.')
  const pages = usePages(useStaffKey(`manage.credit.${asked}`), (cursor) =>
    call('GET /manage/orders/credit', {
      query: { ...narrowed, number, from, to, nobody: tab === 'nobody' || undefined, cursor },
    }),
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
  return (
    <Shell className="corrections">
      <Tabs items={TABS} active={tab} onChange={setTab} isSticky />
      <FindField value={search} placeholder="订单号，至少 4 位" onFind={setSearch} />
      {(staffId || groupId) && (
        <View className="corrections__who">
          <Chip isChosen={isNarrow} onTap={() => setNarrow(!isNarrow)}>
            只看{name ?? (groupId ? '这个群' : '这位同事')}的
          </Chip>
        </View>
      )}
      <Loadable
        of={first}
        skeleton={<ListSkeleton />}
        empty={{
          art: 'bag',
          title: search ? `没有找到「${search}」` : tab === 'nobody' ? '每一单都有归属' : '还没有付款的订单',
        }}
      />
      {items.map((order) => (
        <ManagedOrderCard
          key={order.id}
          order={order}
          onOpen={() => go('manageCorrection', { id: order.id })}
        />
      ))}
      {items.length > 0 && <ListEnd of={pages} />}
    </Shell>
  )
}
