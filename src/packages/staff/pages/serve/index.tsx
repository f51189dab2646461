import { View } from '@tarojs/components'
import { Shell } from '../../../../features/shell/shell'
import { ServeItem } from '../../../../features/staff/serve/serve-item'
import { useContact, useServe } from '../../../../features/staff/serve/use-serve'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { STRANGER } from '../../../../features/staff/stranger'
import { go } from '../../../../platform/navigate'
import { usePageShow, usePullDown } from '../../../../platform/page'
import { Banner } from '../../../../ui/banner'
import { Loadable } from '../../../../ui/loadable'
import { StateView } from '../../../../ui/state-view'
import '../../staff-page.scss'

export default function StaffServePage() {
  const serve = useServe()
  const { isBusy, run } = useContact(() => void serve.reload())
  usePageShow(() => void serve.reload())
  usePullDown(serve.reload)
  if (serve.status !== 'ready') {
    return (
      <Shell className="staff-page">
        <Loadable of={serve} skeleton={<ListSkeleton />} failed={STRANGER} />
      </Shell>
    )
  }
  const { items, cooling, coolingDays, quietNow, quietFrom, quietUntil } = serve.value
  return (
    <Shell className="staff-page staff-serve">
      {quietNow && (
        <Banner tone="warning" icon="clock">
          现在是安静时间（{quietFrom}–次日 {quietUntil}），先看看，{quietUntil} 以后再联系
        </Banner>
      )}
      {items.length === 0 && (
        <StateView
          art="heart"
          title="今天没有需要特别关心的会员"
          text="发货晚了、忘了付款、券快到期、好久没来的会员会出现在这里"
          action={{ text: '看看我的会员', onTap: () => go('staffMembers') }}
        />
      )}
      {items.map((item) => (
        <ServeItem
          key={`${item.memberId}.${item.reason}`}
          item={item}
          isQuiet={quietNow}
          isBusy={isBusy}
          onContact={() => void run(item, coolingDays)}
          onOpen={() => go('staffMember', { id: item.memberId })}
        />
      ))}
      <View className="staff-page__foot">
        联系过的会员 {coolingDays} 天内不再出现在任何人的名单上
        {cooling > 0 && `，现在有 ${cooling} 位`}。{quietFrom} 到次日 {quietUntil} 不打扰。
      </View>
    </Shell>
  )
}
