import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { Shell } from '../../../../features/shell/shell'
import { FigureLine } from '../../../../features/staff/figures/figure-line'
import { figureWords, readFigure } from '../../../../features/staff/figures/figure-words'
import { ListEnd } from '../../../../features/staff/list-end'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { readSpan, type Span, spanOf, spanText } from '../../../../features/staff/span'
import { STRANGER } from '../../../../features/staff/stranger'
import { usePages } from '../../../../features/staff/use-pages'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { serverNow } from '../../../../platform/clock'
import { go, setTitle } from '../../../../platform/navigate'
import { usePullDown, useRouterParams } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { Card } from '../../../../ui/card'
import { Loadable } from '../../../../ui/loadable'
import '../../staff-page.scss'

export default function StaffRowsPage() {
  const asked = useRouterParams()
  const figure = readFigure(asked.figure)
  const span: Span = readSpan(asked.from, asked.to) ?? spanOf('today', serverNow())
  const groupId = asked.groupId || undefined
  const { title, meaning } = figureWords(figure)
  useEffect(() => setTitle(title), [title])
  const query = { figure, ...span, groupId }
  const rows = usePages(useStaffKey(`rows.${Object.values(query).join('.')}`), (cursor) =>
    call('GET /staff/figures/rows', { query: { ...query, cursor }, session: 'need' }),
  )
  usePullDown(rows.first.reload)
  return (
    <Shell className="staff-page staff-rows">
      <View className="staff-page__note">
        {spanText(span, serverNow())} · {meaning}
      </View>
      <Loadable
        of={rows.first}
        skeleton={<ListSkeleton />}
        empty={{ art: 'chart', title: '这些天还没有', text: '换几天看看，或去群里分享' }}
        failed={STRANGER}
      />
      {rows.items.length > 0 && (
        <>
          <Card isFlush>
            {rows.items.map((row) => (
              <FigureLine
                key={row.id}
                row={row}
                onTap={row.orderId === null ? undefined : () => go('staffOrder', { id: row.orderId ?? '' })}
              />
            ))}
          </Card>
          <ListEnd of={rows} />
        </>
      )}
    </Shell>
  )
}
