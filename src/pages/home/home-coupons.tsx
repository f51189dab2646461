import { View } from '@tarojs/components'
import { headline, subline } from '../../features/coupon/ladder-words'
import { OfferButton } from '../../features/coupon/offer-button'
import { openGoodsOf } from '../../features/coupon/open-goods'
import { stepsOf } from '../../features/coupon/steps'
import { useClaim } from '../../features/coupon/use-claim'
import { useLadders } from '../../features/coupon/use-ladders'
import { selectGroupId, useTouch } from '../../features/touch/store'
import { serverNow } from '../../platform/clock'
import { go } from '../../platform/navigate'
import { usePageShow } from '../../platform/page'
import { Bone } from '../../ui/bone'
import { Icon } from '../../ui/icon'
import { Staircase } from '../../ui/staircase'
import './home-coupons.scss'

/** The one ladder that matters most to me, small: where I stand, what comes next, one tap to take it. */
export function HomeCoupons() {
  const groupId = useTouch(selectGroupId)
  const ladders = useLadders({ limit: 1, groupId })
  const claim = useClaim()
  usePageShow(() => void ladders.reload())
  if (ladders.status === 'loading') {
    return (
      <View className="home-coupons">
        <Bone shape="title" width="third" />
        <Bone width="half" className="home-coupons__bone" />
      </View>
    )
  }
  const first = ladders.status === 'ready' ? ladders.value.items[0] : undefined
  if (!first) return null
  const steps = stepsOf(first)
  return (
    <View className="home-coupons" hoverClass="home-coupons--pressed" onClick={() => go('coupons')}>
      <View className="home-coupons__words">
        <View className="home-coupons__title">
          {first.title}
          <Icon name="arrow" size="note" className="home-coupons__arrow" />
        </View>
        <View className="home-coupons__headline">{headline(first)}</View>
        <View className="home-coupons__note">{subline(first, serverNow())}</View>
      </View>
      <View className="home-coupons__side">
        {steps.length > 1 && (
          <View className="home-coupons__stairs">
            <Staircase size="small" steps={steps} />
          </View>
        )}
        {/* A tap on the button is no tap on the card. */}
        <View onClick={(event) => event.stopPropagation()}>
          <OfferButton
            ladder={first}
            isBusy={claim.busyId !== null}
            onClaim={() => void claim.run(first)}
            onUse={() => openGoodsOf(first.scope, first.campaignId)}
          />
        </View>
      </View>
    </View>
  )
}
