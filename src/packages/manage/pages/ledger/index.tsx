import { useTeam } from '../../../../features/manage/team/use-team'
import { Shell } from '../../../../features/shell/shell'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { STRANGER } from '../../../../features/staff/stranger'
import { useRouterParams } from '../../../../platform/page'
import { Loadable } from '../../../../ui/loadable'
import { LedgerScreen } from './ledger-screen'

/** The ledger taken out of the shop, and held against the orders. */
export default function LedgerPage() {
  const { staffId = null } = useRouterParams()
  const team = useTeam()
  if (team.status !== 'ready') {
    return (
      <Shell>
        <Loadable of={team} skeleton={<ListSkeleton rows={2} />} failed={STRANGER} />
      </Shell>
    )
  }
  return <LedgerScreen people={team.value.items.filter((it) => it.state !== 'invited')} start={staffId} />
}
