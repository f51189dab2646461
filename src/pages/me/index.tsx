import { useCartBadge } from '../../features/cart/use-cart'
import { myCouponsText, useMyCoupons } from '../../features/coupon/use-my-coupons'
import { ServingCard } from '../../features/home/serving-card'
import { LevelCard } from '../../features/me/level-card'
import { MeHead } from '../../features/me/me-head'
import { MeSkeleton } from '../../features/me/me-skeleton'
import { NoMe } from '../../features/me/no-me'
import { OrderStates } from '../../features/me/order-states'
import { useMe } from '../../features/me/use-me'
import { Shell } from '../../features/shell/shell'
import { go } from '../../platform/navigate'
import { usePageShow } from '../../platform/page'
import { useSession } from '../../platform/session'
import { useShop } from '../../platform/shop'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { MeRows } from './me-rows'

export default function MePage() {
  const me = useMe()
  const isPossible = useSession((s) => s.isPossible)
  const shop = useShop((s) => s.shop)
  const coupons = useMyCoupons()
  useCartBadge()
  usePageShow(() => void Promise.all([me.reload(), coupons.reload()]))
  const known = me.status === 'ready' ? me.value : null
  return (
    <Shell isTab className="me">
      {known ? (
        <>
          <MeHead me={known} />
          <LevelCard level={known.level} />
        </>
      ) : me.status === 'loading' ? (
        <MeSkeleton />
      ) : (
        <NoMe error={isPossible && 'error' in me ? me.error : null} onRetry={() => void me.reload()} />
      )}
      <OrderStates counts={known?.orderCounts ?? null} onOpen={(state) => go('orders', { state })} />
      <Card isFlush>
        <Cell
          icon="coupon"
          title="我的卡券"
          value={myCouponsText(coupons) ?? ' '}
          onTap={() => go('myCoupons')}
        />
      </Card>
      <ServingCard
        staff={known?.servingStaff ?? null}
        shopName={shop?.name ?? '群店'}
        servicePhone={shop?.servicePhone ?? null}
      />
      <MeRows me={known} />
    </Shell>
  )
}
