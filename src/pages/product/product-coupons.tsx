import type { ProductView, SkuView } from '@contract/catalogue'
import { useState } from 'react'
import { type AfterCoupon, afterCoupon } from '../../features/coupon/after-coupon'
import { ClaimSheet } from '../../features/coupon/claim-sheet'
import { CouponStrip, CouponStripSkeleton } from '../../features/coupon/coupon-strip'
import { headline, subline } from '../../features/coupon/ladder-words'
import { openGoodsOf } from '../../features/coupon/open-goods'
import { stepsOf } from '../../features/coupon/steps'
import { useClaim } from '../../features/coupon/use-claim'
import { type Ladders, useLadders } from '../../features/coupon/use-ladders'
import { useMyCoupons } from '../../features/coupon/use-my-coupons'
import { selectGroupId, useTouch } from '../../features/touch/store'
import { serverNow } from '../../platform/clock'
import { usePageShow } from '../../platform/page'
import type { Query } from '../../platform/use-query'

/** The coupons this product may be bought with, and what one piece costs with the best of them. */
export function useProductCoupons(product: ProductView, sku: SkuView | null) {
  const groupId = useTouch(selectGroupId)
  const ladders = useLadders({ productId: product.id, groupId })
  const mine = useMyCoupons()
  const reload = () => Promise.all([ladders.reload(), mine.reload()])
  usePageShow(() => void reload())
  const purse = {
    ladders: ladders.status === 'ready' ? ladders.value.items : [],
    mine: mine.status === 'ready' ? mine.value.items : [],
  }
  const thing = sku && { productId: product.id, categoryId: product.category.id, priceFen: sku.priceFen }
  return {
    ladders,
    after: thing && afterCoupon(thing, purse, serverNow()),
    reload,
  }
}

interface Props {
  readonly after: AfterCoupon | null
  readonly ladders: Query<Ladders>
  readonly reload: () => Promise<unknown>
}

/** The staircase in one row; a tap claims in a sheet, without leaving the product. */
export function ProductCoupons({ after, ladders, reload }: Props) {
  const [isOpen, setOpen] = useState(false)
  const claim = useClaim(() => void reload())
  if (ladders.status === 'loading') return <CouponStripSkeleton />
  if (ladders.status !== 'ready') return null
  const { items } = ladders.value
  const first = items.find(({ campaignId }) => campaignId === after?.campaignId) ?? items[0]
  if (!first) return null
  const canTake = items.some(({ offer }) => offer.kind !== 'none')
  const note =
    subline(first, serverNow()) ?? (items.length > 1 ? `还有 ${items.length - 1} 个活动可用` : null)
  return (
    <>
      <CouponStrip
        className="product__coupons"
        steps={stepsOf(first)}
        title={headline(first)}
        note={note}
        more={canTake ? '领券' : '看看'}
        onTap={() => setOpen(true)}
      />
      <ClaimSheet
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        ladders={ladders.value}
        busyId={claim.busyId}
        deeds={{
          onClaim: (ladder) => void claim.run(ladder),
          onUse: (ladder) =>
            ladder.scope.kind === 'all' ? setOpen(false) : openGoodsOf(ladder.scope, ladder.campaignId),
          onTurn: () => void reload(),
        }}
      />
    </>
  )
}
