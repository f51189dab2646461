import type { CouponView } from '@contract/coupon'
import { ok } from '@domain/result'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { CouponTicket } from '../../../../features/coupon/coupon-ticket'
import { openGoodsOf } from '../../../../features/coupon/open-goods'
import { TicketsSkeleton } from '../../../../features/coupon/tickets-skeleton'
import { NotifyRow } from '../../../../features/notify/notify-row'
import { Shell } from '../../../../features/shell/shell'
import { ListEnd } from '../../../../features/staff/list-end'
import { usePages } from '../../../../features/staff/use-pages'
import { serverNow } from '../../../../platform/clock'
import { go } from '../../../../platform/navigate'
import { usePageShow, usePullDown } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { selectMemberId, useSession } from '../../../../platform/session'
import { Button } from '../../../../ui/button'
import { Loadable } from '../../../../ui/loadable'
import { Tabs } from '../../../../ui/tabs'
import './index.scss'

type Tab = 'usable' | 'used' | 'expired'

const EMPTY: Readonly<Record<Tab, string>> = {
  usable: '还没有可用的券',
  used: '还没有用过的券',
  expired: '没有过期的券',
}
const NONE = { usable: 0, used: 0, expired: 0 }

/** My coupons by state, as tickets; what ends soonest stands first and says so. */
export default function MyCouponsPage() {
  const [tab, setTab] = useState<Tab>('usable')
  const [counts, setCounts] = useState(NONE)
  const memberId = useSession(selectMemberId)
  const coupons = usePages<CouponView>(`coupons.${tab}.${memberId ?? 'nobody'}`, async (cursor) => {
    const answer = await call('GET /coupons', { query: { state: tab, cursor } })
    if (!answer.ok) return answer
    setCounts(answer.value.counts)
    return ok(answer.value)
  })
  const { first, items } = coupons
  usePageShow(() => void first.reload())
  usePullDown(first.reload)
  return (
    <Shell className="my-coupons">
      <Tabs
        items={[
          { key: 'usable', text: '可使用', count: counts.usable },
          { key: 'used', text: '已使用', count: counts.used },
          { key: 'expired', text: '已过期', count: counts.expired },
        ]}
        active={tab}
        onChange={(key) => setTab(key as Tab)}
        isSticky
      />
      <Loadable
        of={first}
        skeleton={<TicketsSkeleton />}
        empty={{
          art: 'coupon',
          title: EMPTY[tab],
          text: tab === 'usable' ? '去领券中心看看，你能领哪一档' : undefined,
          action: tab === 'usable' ? { text: '去领券', onTap: () => go('coupons') } : undefined,
        }}
      />
      <View className="my-coupons__list">
        {items.map((coupon) => (
          <CouponTicket key={coupon.id} coupon={coupon} nowMs={serverNow()} action={actionOf(coupon)} />
        ))}
      </View>
      {tab === 'usable' && items.length > 0 && (
        <NotifyRow isAlone moment="claim_coupon" text="券快到期时微信通知我" done="已开启，到期前会通知你" />
      )}
      {items.length > 0 && <ListEnd of={coupons} />}
    </Shell>
  )
}

function actionOf({ state, validFrom, scope, campaignId, orderId }: CouponView) {
  if (state === 'claimed' && serverNow() >= validFrom) {
    return (
      <Button
        kind="tint"
        size="small"
        className="my-coupons__use"
        onTap={() => openGoodsOf(scope, campaignId)}
      >
        去使用
      </Button>
    )
  }
  if ((state === 'reserved' || state === 'used') && orderId !== null) {
    return (
      <Button kind="line" size="small" onTap={() => go('order', { id: orderId })}>
        {state === 'reserved' ? '去付款' : '看订单'}
      </Button>
    )
  }
  return undefined
}
