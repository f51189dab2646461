import { useEffect } from 'react'
import { Shell } from '../../../../features/shell/shell'
import { ConversionCard } from '../../../../features/staff/figures/conversion-card'
import { FigureGrid } from '../../../../features/staff/figures/figure-grid'
import { rowsOpener } from '../../../../features/staff/figures/open-rows'
import { SalesCard } from '../../../../features/staff/figures/sales-card'
import { ChosenDays, SpanSheet } from '../../../../features/staff/figures/span-sheet'
import { useFigures } from '../../../../features/staff/figures/use-figures'
import { useSpan } from '../../../../features/staff/figures/use-span'
import { spanText } from '../../../../features/staff/span'
import { WorkbenchSkeleton } from '../../../../features/staff/workbench/workbench-skeleton'
import { serverNow } from '../../../../platform/clock'
import { setTitle } from '../../../../platform/navigate'
import { usePullDown, useRouterParams } from '../../../../platform/page'
import { Loadable } from '../../../../ui/loadable'
import { Tabs } from '../../../../ui/tabs'
import { useMyGroups } from '../../share-centre/use-my-groups'
import '../../staff-page.scss'

/** A colleague's group is answered as if there were none. */
const FAILED = {
  'thing.not_found': { title: '没有找到这个群', text: '可能已由别的同事负责' },
  'request.invalid': { title: '没有找到这个群' },
} as const

export default function StaffGroupPage() {
  const { id = '' } = useRouterParams()
  const name = useMyGroups().find((group) => group.id === id)?.name
  useEffect(() => {
    if (name) setTitle(name)
  }, [name])
  const days = useSpan('30d')
  const figures = useFigures(days.span, id)
  usePullDown(figures.reload)
  const onRows = rowsOpener(days.span, id)
  const called = spanText(days.span, serverNow())
  return (
    <Shell className="staff-group">
      <Tabs items={days.tabs} active={days.active} onChange={days.onTab} isSticky />
      <ChosenDays of={days} />
      <Loadable of={figures} skeleton={<WorkbenchSkeleton />} failed={FAILED} />
      {figures.status === 'ready' && (
        <>
          <SalesCard
            view={figures.value}
            span={days.span}
            name={`${called}这个群的`}
            trend={{ title: called, days: figures.value.trend }}
            onOrders={() => onRows('orders')}
          />
          <ConversionCard view={figures.value} onRows={onRows} />
          <FigureGrid view={figures.value} onRows={onRows} />
        </>
      )}
      <SpanSheet of={days} />
    </Shell>
  )
}
