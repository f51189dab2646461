import { View } from '@tarojs/components'
import { Shell } from '../../../../features/shell/shell'
import { RankingList } from '../../../../features/staff/figures/ranking-list'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { readSpan, spanOf, spanText } from '../../../../features/staff/span'
import { STRANGER } from '../../../../features/staff/stranger'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { serverNow } from '../../../../platform/clock'
import { usePullDown, useRouterParams } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { useQuery } from '../../../../platform/use-query'
import { Loadable } from '../../../../ui/loadable'
import '../../staff-page.scss'

export default function StaffRankingPage() {
  const asked = useRouterParams()
  const span = readSpan(asked.from, asked.to) ?? spanOf('30d', serverNow())
  const ranking = useQuery(useStaffKey(`ranking.${span.from}.${span.to}`), () =>
    call('GET /staff/ranking', { query: span, session: 'need' }),
  )
  usePullDown(ranking.reload)
  return (
    <Shell className="staff-page staff-ranking">
      <View className="staff-page__note">
        {spanText(span, serverNow())} · 按归属成交，已扣除退款；并列同名次
      </View>
      <Loadable of={ranking} skeleton={<ListSkeleton />} failed={STRANGER} />
      {ranking.status === 'ready' && <RankingList rows={ranking.value.items} />}
    </Shell>
  )
}
