import type { StaffRow } from '@contract/team'
import { useState } from 'react'
import { StaffCard } from '../../../../features/manage/team/staff-card'
import { useTeam } from '../../../../features/manage/team/use-team'
import { useShareCard } from '../../../../features/share/use-share-card'
import { Shell } from '../../../../features/shell/shell'
import type { Invitation } from '../../../../features/staff/invite/invitation-ready'
import { InviteSheet } from '../../../../features/staff/invite/invite-sheet'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { isStranger, STRANGER } from '../../../../features/staff/stranger'
import { go } from '../../../../platform/navigate'
import { usePageShow, usePullDown, useRouterParams } from '../../../../platform/page'
import { Button } from '../../../../ui/button'
import { EndMark } from '../../../../ui/end-mark'
import { Loadable } from '../../../../ui/loadable'
import { StateView } from '../../../../ui/state-view'
import { Tabs } from '../../../../ui/tabs'
import { HOME_CARD, invitationCard } from '../../../staff/cards'
import './index.scss'
import { Invitations } from './invitations'

type Tab = 'in_service' | 'invited' | 'left'

/** Who works here, who is asked to, who left. */
export default function TeamPage() {
  const asked = useRouterParams().tab
  const [tab, setTab] = useState<Tab>(asked === 'invited' || asked === 'left' ? asked : 'in_service')
  const [isInviting, setInviting] = useState(false)
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const team = useTeam()
  usePageShow(() => void team.reload())
  usePullDown(team.reload)
  useShareCard({ kind: 'home', parentToken: null, isReady: team.status === 'ready' }, HOME_CARD, () =>
    invitation ? invitationCard(invitation) : null,
  )
  if (isStranger(team)) {
    return (
      <Shell>
        <Loadable of={team} failed={STRANGER} />
      </Shell>
    )
  }
  const people: readonly StaffRow[] = team.status === 'ready' ? team.value.items : []
  const shown = people.filter(({ state }) => state === tab)
  const tabs = [
    { key: 'in_service', text: '在职' },
    { key: 'invited', text: '邀请', count: people.filter(({ state }) => state === 'invited').length },
    { key: 'left', text: '已离开' },
  ]
  const bar = (
    <>
      <Button kind="line" onTap={() => go('manageHandovers')} className="team__handovers">
        交接
      </Button>
      <Button isBlock icon="add" onTap={() => setInviting(true)} className="team__invite">
        邀请新同事
      </Button>
    </>
  )
  return (
    <Shell className="team" bar={bar}>
      <Tabs items={tabs} active={tab} onChange={(key) => setTab(key as Tab)} isSticky />
      <Loadable of={team} skeleton={<ListSkeleton />} />
      {tab === 'invited' && team.status === 'ready' && <Invitations onChanged={team.reload} />}
      {tab !== 'invited' &&
        shown.map((row) => (
          <StaffCard key={row.staffId} row={row} onOpen={() => go('manageTeamMember', { id: row.staffId })} />
        ))}
      {tab === 'left' && team.status === 'ready' && shown.length === 0 && (
        <StateView art="person" title="还没有人离开过" />
      )}
      {tab !== 'invited' && shown.length > 0 && <EndMark state="end" />}
      <InviteSheet
        isOpen={isInviting}
        onClose={() => {
          setInviting(false)
          void team.reload()
        }}
        invitation={invitation}
        onInvited={setInvitation}
      />
    </Shell>
  )
}
