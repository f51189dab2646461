import type { Lifecycle, listMyMembers } from '@contract/member-care'
import type { ResponseOf } from '@contract/route'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Shell } from '../../../../features/shell/shell'
import { ListEnd } from '../../../../features/staff/list-end'
import { MemberCard } from '../../../../features/staff/members/member-card'
import { STAGE_TABS } from '../../../../features/staff/members/words'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { isStranger, STRANGER } from '../../../../features/staff/stranger'
import { usePages } from '../../../../features/staff/use-pages'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { go } from '../../../../platform/navigate'
import { usePageShow, usePullDown } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { Loadable } from '../../../../ui/loadable'
import { Tabs } from '../../../../ui/tabs'
import '../../staff-page.scss'

export default function StaffMembersPage() {
  const [stage, setStage] = useState<Lifecycle | 'all'>('all')
  const lifecycle = stage === 'all' ? undefined : stage
  const members = usePages(useStaffKey(`members.${stage}`), (cursor) =>
    call('GET /staff/members', { query: { lifecycle, cursor }, session: 'need' }),
  )
  const { first, items } = members
  usePageShow(() => void first.reload())
  usePullDown(first.reload)
  if (isStranger(first)) {
    return (
      <Shell>
        <Loadable of={first} failed={STRANGER} />
      </Shell>
    )
  }
  const total = first.status === 'ready' ? (first.value as ResponseOf<typeof listMyMembers>).total : 0
  return (
    <Shell className="staff-members">
      <Tabs
        items={STAGE_TABS}
        active={stage}
        onChange={(key) => setStage(key as Lifecycle | 'all')}
        isSticky
      />
      <Loadable
        of={first}
        skeleton={<ListSkeleton />}
        empty={{
          art: 'person',
          title: stage === 'all' ? '还没有由你服务的会员' : '这里还没有人',
          text: '从你的分享或你的群第一次下单的顾客，由你服务',
          action: { text: '去分享', onTap: () => go('staffShares') },
        }}
      />
      {items.length > 0 && (
        <>
          <View className="staff-page__note staff-members__total">共 {total} 位，最近来过的在前</View>
          {items.map((member) => (
            <MemberCard
              key={member.memberId}
              member={member}
              onTap={() => go('staffMember', { id: member.memberId })}
            />
          ))}
          <ListEnd of={members} />
        </>
      )}
    </Shell>
  )
}
