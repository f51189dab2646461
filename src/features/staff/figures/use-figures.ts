import type { FiguresView } from '@contract/figures'
import { call } from '../../../platform/request'
import { type Query, useQuery } from '../../../platform/use-query'
import type { Span } from '../span'
import { useStaffKey } from '../use-staff-key'

/** My figures over any days, all or of one of my groups; `span` null waits. */
export function useFigures(span: Span | null, groupId?: string): Query<FiguresView> {
  const key = useStaffKey(`figures.${span?.from}.${span?.to}.${groupId ?? ''}`)
  const { from, to } = span ?? { from: '', to: '' }
  return useQuery(span && key, () =>
    call('GET /staff/figures', { query: { from, to, groupId }, session: 'need' }),
  )
}
