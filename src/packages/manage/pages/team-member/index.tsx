import { useState } from 'react'
import { EditSheet } from '../../../../features/manage/team/edit-sheet'
import { useTeam } from '../../../../features/manage/team/use-team'
import { Shell } from '../../../../features/shell/shell'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { STRANGER } from '../../../../features/staff/stranger'
import { toast } from '../../../../platform/feedback'
import { go } from '../../../../platform/navigate'
import { usePageShow, usePullDown, useRouterParams } from '../../../../platform/page'
import { Button } from '../../../../ui/button'
import { Loadable } from '../../../../ui/loadable'
import { StateView } from '../../../../ui/state-view'
import { MemberScreen } from './member-screen'

/** One colleague: what they look after, what they sold, what a manager can do about it. */
export default function TeamMemberPage() {
  const { id } = useRouterParams()
  const team = useTeam()
  const [isEditing, setEditing] = useState(false)
  usePageShow(() => void team.reload())
  usePullDown(team.reload)
  const row = team.status === 'ready' ? team.value.items.find(({ staffId }) => staffId === id) : undefined
  if (!row) {
    return (
      <Shell>
        {team.status === 'ready' ? (
          <StateView art="info" title="没有找到这位同事" />
        ) : (
          <Loadable of={team} skeleton={<ListSkeleton rows={2} />} failed={STRANGER} />
        )}
      </Shell>
    )
  }
  const bar = row.state === 'in_service' && (
    <>
      <Button
        kind="line"
        onTap={() => go('manageHandover', { staffId: row.staffId })}
        className="team-member__handover"
      >
        离职或交接
      </Button>
      <Button isBlock onTap={() => setEditing(true)} className="team-member__edit">
        修改资料
      </Button>
    </>
  )
  return (
    <Shell className="team-member" bar={bar || undefined}>
      <MemberScreen row={row} />
      {isEditing && (
        <EditSheet
          row={row}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false)
            toast('已保存', 'done')
            void team.reload()
          }}
        />
      )}
    </Shell>
  )
}
