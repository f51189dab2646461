import { useTeam } from '../../../../features/manage/team/use-team'
import { Shell } from '../../../../features/shell/shell'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { STRANGER } from '../../../../features/staff/stranger'
import { useRouterParams } from '../../../../platform/page'
import { Loadable } from '../../../../ui/loadable'
import { HandoverScreen } from './handover-screen'

/** A handover from somebody who leaves, or gives a part away, to one or several colleagues. */
export default function HandoverPage() {
  const { staffId = null } = useRouterParams()
  const team = useTeam()
  if (team.status !== 'ready') {
    return (
      <Shell>
        <Loadable of={team} skeleton={<ListSkeleton rows={3} />} failed={STRANGER} />
      </Shell>
    )
  }
  const people = team.value.items.filter(({ state }) => state === 'in_service')
  const from = people.some((it) => it.staffId === staffId) ? staffId : null
  return <HandoverScreen key={from} people={people} start={from} />
}
