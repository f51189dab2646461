import { headline } from '../../../../features/coupon/ladder-words'
import { useLadder } from '../../../../features/coupon/use-ladders'
import { FeedGridSkeleton } from '../../../../features/feed/feed-grid'
import { Shell } from '../../../../features/shell/shell'
import { selectGroupId, useTouch } from '../../../../features/touch/store'
import { useRouterParams } from '../../../../platform/page'
import { Card } from '../../../../ui/card'
import { Loadable } from '../../../../ui/loadable'
import { ByCategory } from './by-category'
import { ByProduct } from './by-product'
import './index.scss'

/** What a campaign's coupons may be spent on, where it is neither everything nor one thing. */
export default function CouponGoodsPage() {
  const { campaignId } = useRouterParams()
  const ladder = useLadder(campaignId, useTouch(selectGroupId))
  if (ladder.status !== 'ready') {
    return (
      <Shell>
        <Loadable of={ladder} skeleton={<FeedGridSkeleton count={6} />} />
      </Shell>
    )
  }
  const { scope, title } = ladder.value
  return (
    <Shell className="coupon-goods">
      <Card className="coupon-goods__head" title={title}>
        {headline(ladder.value)}
      </Card>
      {scope.kind === 'categories' ? (
        <ByCategory categories={scope.items} />
      ) : (
        <ByProduct productIds={scope.items.map(({ id }) => id)} />
      )}
    </Shell>
  )
}
