import { View } from '@tarojs/components'
import { useState } from 'react'
import { useShareCard } from '../../../../features/share/use-share-card'
import { Shell } from '../../../../features/shell/shell'
import { ChosenDays, SpanSheet } from '../../../../features/staff/figures/span-sheet'
import { useSpan } from '../../../../features/staff/figures/use-span'
import type { Invitation } from '../../../../features/staff/invite/invitation-ready'
import { InviteSheet } from '../../../../features/staff/invite/invite-sheet'
import { isStranger, STRANGER } from '../../../../features/staff/stranger'
import { useNews } from '../../../../features/staff/use-news'
import { useBench, useWorkbench } from '../../../../features/staff/workbench/use-workbench'
import { Workbench } from '../../../../features/staff/workbench/workbench'
import { WorkbenchSkeleton } from '../../../../features/staff/workbench/workbench-skeleton'
import { usePageShow, usePullDown } from '../../../../platform/page'
import { Loadable } from '../../../../ui/loadable'
import { Tabs } from '../../../../ui/tabs'
import { HOME_CARD, invitationCard } from '../../cards'

export default function WorkbenchPage() {
  const days = useSpan()
  const [isInviting, setInviting] = useState(false)
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const { of: view, staff, rank } = useBench(days)
  const month = useWorkbench('30d')
  const reload = () => Promise.all([view.reload(), month.reload()])
  usePageShow(() => void reload())
  usePullDown(reload)
  useNews(() => void reload())
  useShareCard({ kind: 'home', parentToken: null, isReady: view.status === 'ready' }, HOME_CARD, () =>
    invitation ? invitationCard(invitation) : null,
  )

  if (isStranger(view)) {
    return (
      <Shell>
        <Loadable of={view} failed={STRANGER} />
      </Shell>
    )
  }
  return (
    <Shell className="workbench">
      <Tabs items={days.tabs} active={days.active} onChange={days.onTab} isSticky />
      <ChosenDays of={days} />
      {view.status === 'ready' && staff ? (
        <Workbench
          staff={staff}
          rank={rank}
          view={view.value}
          span={days.span}
          isStale={view.stale}
          month={month.status === 'ready' ? month.value.trend : null}
          onInvite={() => setInviting(true)}
        />
      ) : (
        <Loadable of={view} skeleton={<WorkbenchSkeleton />} />
      )}
      <SpanSheet of={days} />
      <View className="workbench__invite">
        <InviteSheet
          isOpen={isInviting}
          onClose={() => setInviting(false)}
          invitation={invitation}
          onInvited={setInvitation}
        />
      </View>
    </Shell>
  )
}
