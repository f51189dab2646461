import type { FiguresView } from '@contract/figures'
import type { StaffSelf } from '@contract/session'
import type { Range, WorkbenchView } from '@contract/staff'
import { call } from '../../../platform/request'
import { selectStaff, useSession } from '../../../platform/session'
import { type Query, useQuery } from '../../../platform/use-query'
import { useFigures } from '../figures/use-figures'
import type { SpanChoice } from '../figures/use-span'
import { useStaffKey } from '../use-staff-key'

/** My figures over a named range, with where I stand; `range` null waits. */
export function useWorkbench(range: Range | null): Query<WorkbenchView> {
  const key = useStaffKey(`workbench.${range}`)
  return useQuery(range && key, () =>
    call('GET /staff/workbench', { query: { range: range ?? 'today' }, session: 'need' }),
  )
}

export interface Bench {
  readonly of: Query<WorkbenchView | FiguresView>
  readonly staff: StaffSelf | null
  readonly rank: WorkbenchView['rank']
}

/** The figures of whatever days are chosen: named ones come with my place among the staff, any others without. */
export function useBench({ range, span }: SpanChoice): Bench {
  const named = useWorkbench(range)
  const any = useFigures(range === null ? span : null)
  const post = useSession(selectStaff)
  const view = named.status === 'ready' ? named.value : null
  return { of: range === null ? any : named, staff: view?.staff ?? post, rank: view?.rank ?? null }
}
