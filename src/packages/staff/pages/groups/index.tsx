import { useShareCard } from '../../../../features/share/use-share-card'
import { Shell } from '../../../../features/shell/shell'
import { ClaimCard } from '../../../../features/staff/groups/claim-card'
import { GroupCard } from '../../../../features/staff/groups/group-card'
import { HowToClaim } from '../../../../features/staff/groups/how-to-claim'
import { MyClaims } from '../../../../features/staff/groups/my-claims'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { STRANGER } from '../../../../features/staff/stranger'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { selectGroupId, selectGroupName, useTouch } from '../../../../features/touch/store'
import { go } from '../../../../platform/navigate'
import { usePageShow, usePullDown } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { useQuery } from '../../../../platform/use-query'
import { Loadable } from '../../../../ui/loadable'
import '../../staff-page.scss'
import { HOME_CARD } from '../../cards'

export default function StaffGroupsPage() {
  const touchId = useTouch((s) => s.touchId)
  const groupId = useTouch(selectGroupId)
  const groupName = useTouch(selectGroupName)
  const isAsking = useTouch((s) => s.receipt === null && (s.opening?.mayHaveGroup ?? false))
  const groups = useQuery(useStaffKey('groups'), () => call('GET /staff/groups', { session: 'need' }), {
    refreshOn: groupId ?? '',
  })
  const claims = useQuery(useStaffKey('claims'), () => call('GET /staff/group-claims', { session: 'need' }))
  const reload = () => Promise.all([groups.reload(), claims.reload()])
  usePageShow(() => void reload())
  usePullDown(reload)
  useShareCard({ kind: 'home', parentToken: null, isReady: groups.status === 'ready' }, HOME_CARD)

  if (groups.status !== 'ready') {
    return (
      <Shell className="staff-page">
        <Loadable of={groups} skeleton={<ListSkeleton rows={3} />} failed={STRANGER} />
      </Shell>
    )
  }
  const { items } = groups.value
  const asked = claims.status === 'ready' ? claims.value.items : []
  const isMine = items.some((group) => group.isMine && group.id === groupId)
  const isAsked = asked.some((claim) => claim.state === 'open' && claim.groupId === groupId)
  const canClaim = touchId !== null && groupId !== null && !isMine && !isAsked
  const shown = canClaim ? items.filter((group) => group.id !== groupId) : items
  return (
    <Shell className="staff-page staff-groups">
      {canClaim && (
        <ClaimCard
          key={groupId}
          touchId={touchId}
          name={groupName}
          onClaimed={() => void reload()}
          onContested={() => void reload()}
        />
      )}
      {shown.map((group) => (
        <GroupCard
          key={group.id}
          group={group}
          isHere={group.id === groupId}
          onTap={group.isMine ? () => go('staffGroup', { id: group.id }) : undefined}
        />
      ))}
      <MyClaims claims={asked} />
      <HowToClaim isAsking={isAsking} />
    </Shell>
  )
}
