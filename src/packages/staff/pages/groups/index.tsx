import { useShareCard } from '../../../../features/share/use-share-card'
import { Shell } from '../../../../features/shell/shell'
import { ClaimCard } from '../../../../features/staff/groups/claim-card'
import { GroupCard } from '../../../../features/staff/groups/group-card'
import { HowToClaim } from '../../../../features/staff/groups/how-to-claim'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { STRANGER } from '../../../../features/staff/stranger'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { selectGroupId, selectGroupName, useTouch } from '../../../../features/touch/store'
import { usePullDown } from '../../../../platform/page'
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
  usePullDown(groups.reload)
  useShareCard({ kind: 'home', parentToken: null, isReady: groups.status === 'ready' }, HOME_CARD)

  if (groups.status !== 'ready') {
    return (
      <Shell className="staff-page">
        <Loadable of={groups} skeleton={<ListSkeleton rows={3} />} failed={STRANGER} />
      </Shell>
    )
  }
  const { items } = groups.value
  const isMine = items.some((group) => group.isMine && group.id === groupId)
  const canClaim = touchId !== null && groupId !== null && !isMine
  const shown = canClaim ? items.filter((group) => group.id !== groupId) : items
  return (
    <Shell className="staff-page staff-groups">
      {canClaim && (
        <ClaimCard key={groupId} touchId={touchId} name={groupName} onClaimed={() => void groups.reload()} />
      )}
      {shown.map((group) => (
        <GroupCard key={group.id} group={group} isHere={group.id === groupId} />
      ))}
      <HowToClaim isAsking={isAsking} />
    </Shell>
  )
}
