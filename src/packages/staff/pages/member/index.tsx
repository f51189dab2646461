import { View } from '@tarojs/components'
import { Shell } from '../../../../features/shell/shell'
import { CreditedOrder } from '../../../../features/staff/credit/credited-order'
import { DetailSkeleton } from '../../../../features/staff/credit/detail-skeleton'
import { MemberHead } from '../../../../features/staff/members/member-head'
import { MemberPast } from '../../../../features/staff/members/member-past'
import { TagsCard } from '../../../../features/staff/members/tags-card'
import { ServeItem } from '../../../../features/staff/serve/serve-item'
import { useContact, useServe } from '../../../../features/staff/serve/use-serve'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { go } from '../../../../platform/navigate'
import { usePullDown, useRouterParams } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { useQuery } from '../../../../platform/use-query'
import { Loadable } from '../../../../ui/loadable'
import '../../staff-page.scss'

/** Somebody else's member is answered as if there were none. */
const FAILED = {
  'thing.not_found': { title: '没有找到这位会员', text: '可能已换由别的同事服务' },
  'request.invalid': { title: '没有找到这位会员' },
} as const

export default function StaffMemberPage() {
  const { id = '' } = useRouterParams()
  const member = useQuery(useStaffKey(`member.${id}`), () =>
    call('GET /staff/members/:id', { params: { id }, session: 'need' }),
  )
  const serve = useServe()
  const reload = () => Promise.all([member.reload(), serve.reload()])
  const { isBusy, run } = useContact(() => void reload())
  usePullDown(reload)
  if (member.status !== 'ready') {
    return (
      <Shell className="staff-page">
        <Loadable of={member} skeleton={<DetailSkeleton />} failed={FAILED} />
      </Shell>
    )
  }
  const today = serve.status === 'ready' ? serve.value : null
  const item = today?.items.find(({ memberId }) => memberId === id)
  const { recentOrders } = member.value
  return (
    <Shell className="staff-page staff-member">
      <MemberHead member={member.value} />
      {today && item && (
        <ServeItem
          item={item}
          isQuiet={today.quietNow}
          isBusy={isBusy}
          onContact={() => void run(item, today.coolingDays)}
        />
      )}
      <TagsCard memberId={id} tags={member.value.tags} onSaved={() => void member.reload()} />
      {recentOrders.length > 0 && <View className="staff-page__note">归属于你的订单</View>}
      {recentOrders.map((order) => (
        <CreditedOrder key={order.id} order={order} onTap={() => go('staffOrder', { id: order.id })} />
      ))}
      <MemberPast of={member.value} />
    </Shell>
  )
}
