import type { MessageView } from '@contract/message'
import { useState } from 'react'
import { MessageRow } from '../../../../features/manage/messages/message-row'
import { TemplatesCard } from '../../../../features/manage/messages/templates-card'
import { Shell } from '../../../../features/shell/shell'
import { ListEnd } from '../../../../features/staff/list-end'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { isStranger, STRANGER } from '../../../../features/staff/stranger'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { usePageShow, usePullDown } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { Loadable } from '../../../../ui/loadable'
import { Tabs } from '../../../../ui/tabs'
import { useCounted } from '../../use-counted'

type TabKey = Exclude<MessageView['state'], 'sending'>

const TABS: readonly { key: TabKey; text: string; empty: string }[] = [
  { key: 'sent', text: '已发送', empty: '还没有发过通知' },
  { key: 'due', text: '待发送', empty: '没有等着发送的通知' },
  { key: 'skipped', text: '没有发', empty: '没有跳过的通知' },
  { key: 'failed', text: '失败', empty: '没有发送失败的通知' },
]

/** What members are told by WeChat's service messages, with what became of each. */
export default function MessagesPage() {
  const [tab, setTab] = useState(TABS[0]!)
  const { pages, counts } = useCounted(useStaffKey(`messages.${tab.key}`), (cursor) =>
    call('GET /manage/messages', { query: { state: tab.key, cursor } }),
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
    <Shell className="manage-messages">
      <Tabs
        items={TABS.map((it) => ({ ...it, count: counts?.[it.key] ?? 0 }))}
        active={tab.key}
        onChange={(key) => setTab(TABS.find((it) => it.key === key) ?? TABS[0]!)}
        isSticky
      />
      <TemplatesCard />
      <Loadable of={first} skeleton={<ListSkeleton rows={2} />} empty={{ art: 'chat', title: tab.empty }} />
      {items.map((message) => (
        <MessageRow key={message.id} message={message} />
      ))}
      {items.length > 0 && <ListEnd of={pages} />}
    </Shell>
  )
}
