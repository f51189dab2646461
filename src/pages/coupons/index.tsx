import { View } from '@tarojs/components'
import { useCartBadge } from '../../features/cart/use-cart'
import { useShareCard } from '../../features/share/use-share-card'
import { Shell } from '../../features/shell/shell'
import { go } from '../../platform/navigate'
import { urlOf } from '../../routes'
import { Button } from '../../ui/button'
import './index.scss'

const HOME_CARD = { title: '群里人都在逛的小店', path: urlOf('home'), query: '', imageUrl: null }

/** No campaign runs yet: an unlit staircase, and the way to the shelves. */
export default function CouponsPage() {
  useCartBadge()
  useShareCard({ kind: 'home', isReady: true }, HOME_CARD)
  return (
    <Shell isTab className="coupons">
      <View className="coupons__empty">
        <View className="coupons__art">
          <View className="coupons__person">
            <View className="coupons__head" />
            <View className="coupons__body" />
          </View>
          <View className="coupons__step coupons__step--1" />
          <View className="coupons__step coupons__step--2" />
          <View className="coupons__step coupons__step--3" />
        </View>
        <View className="coupons__title">还没有可领的优惠券</View>
        <View className="coupons__text">店里发券的时候，每一档怎么领、能省多少，都会画成台阶放在这里。</View>
        <Button kind="tint" className="coupons__browse" onTap={() => go('home')}>
          先去逛逛
        </Button>
      </View>
    </Shell>
  )
}
