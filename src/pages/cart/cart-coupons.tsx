import type { CouponView } from '@contract/coupon'
import type { QuoteView } from '@contract/order'
import { CouponStrip } from '../../features/coupon/coupon-strip'
import { headline, subline } from '../../features/coupon/ladder-words'
import { openGoodsOf } from '../../features/coupon/open-goods'
import { stepsOf } from '../../features/coupon/steps'
import { useLadders } from '../../features/coupon/use-ladders'
import { benefitText } from '../../features/coupon/words'
import { selectGroupId, useTouch } from '../../features/touch/store'
import { serverNow } from '../../platform/clock'
import { go } from '../../platform/navigate'
import { usePageShow } from '../../platform/page'
import { yuanText } from '../../ui/yuan'

/** What coupons do for this cart: what they save now, what is a little short, or what could be claimed first. */
export function CartCoupons({ quote }: { readonly quote: QuoteView | null }) {
  const ladders = useLadders({ groupId: useTouch(selectGroupId) })
  usePageShow(() => void ladders.reload())
  const items = ladders.status === 'ready' ? ladders.value.items : []
  const first = items[0] ?? null
  const stepsFor = (campaignId: string) => {
    const ladder = items.find((it) => it.campaignId === campaignId)
    return ladder ? stepsOf(ladder) : []
  }
  const used = quote?.coupons?.goods
  const short = quote ? nearest(quote, used?.offFen ?? 0) : null
  const canTake = first !== null && first.offer.kind !== 'none'
  if (short) {
    return (
      <CouponStrip
        className="cart__coupons"
        steps={stepsFor(short.coupon.campaignId)}
        title={`再买 ${yuanText(short.shortBy)} 可用 ${benefitText(short.coupon, short.coupon.slot)}`}
        note={used ? `现在用 ${benefitText(used.coupon, 'goods')}，省 ${yuanText(used.offFen)}` : null}
        more="去凑"
        onTap={() => openGoodsOf(short.coupon.scope, short.coupon.campaignId)}
      />
    )
  }
  if (canTake) {
    return (
      <CouponStrip
        className="cart__coupons"
        steps={stepsOf(first)}
        title={headline(first)}
        note={subline(first, serverNow()) ?? '领了再结算，会自动用上'}
        more="领券"
        onTap={() => go('coupons')}
      />
    )
  }
  if (!used) return null
  return (
    <CouponStrip
      className="cart__coupons"
      steps={stepsFor(used.coupon.campaignId)}
      title={`已用 ${benefitText(used.coupon, 'goods')}`}
      note={`这一单省 ${yuanText(used.offFen)}，结算时可以换`}
      more="看看"
      onTap={() => go('coupons')}
    />
  )
}

/** A goods coupon of mine that would save more than now, and how little it takes: at most once more what is there. */
function nearest(quote: QuoteView, savedFen: number): { coupon: CouponView; shortBy: number } | null {
  const better = (quote.coupons?.unusable ?? []).flatMap(({ coupon, reason }) =>
    reason.code === 'coupon.below_minimum' && coupon.slot === 'goods' && worthOf(coupon) > savedFen
      ? [{ coupon, shortBy: reason.shortBy }]
      : [],
  )
  const reachable = better.filter(({ shortBy }) => shortBy <= quote.goodsFen)
  return reachable.reduce<(typeof better)[number] | null>(
    (best, it) => (best && best.shortBy <= it.shortBy ? best : it),
    null,
  )
}

/** What it takes off at its threshold. */
const worthOf = ({ off, thresholdFen }: CouponView): number =>
  off.kind === 'amount'
    ? off.amountOff
    : Math.min(Math.floor((thresholdFen * off.offBps) / 10_000), off.capFen ?? Number.POSITIVE_INFINITY)
