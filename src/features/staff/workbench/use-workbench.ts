import type { Range, WorkbenchView } from '@contract/staff'
import { call } from '../../../platform/request'
import { type Query, useQuery } from '../../../platform/use-query'
import { useStaffKey } from '../use-staff-key'

/** My figures over a range of whole days. */
export function useWorkbench(range: Range): Query<WorkbenchView> {
  return useQuery(useStaffKey(`workbench.${range}`), () =>
    call('GET /staff/workbench', { query: { range }, session: 'need' }),
  )
}
