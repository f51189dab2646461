import { View } from '@tarojs/components'
import { Bone } from '../../ui/bone'
import { Card } from '../../ui/card'
import './cart-skeleton.scss'

/** Three lines of a cart that is on its way. */
export function CartSkeleton() {
  return (
    <View className="cart-skeleton">
      <Bone shape="block" className="cart-skeleton__strip" />
      <Card isFlush>
        {[0, 1, 2].map((row) => (
          <View key={row} className="cart-skeleton__row">
            <Bone shape="block" className="cart-skeleton__picture" />
            <View className="cart-skeleton__words">
              <Bone width="most" />
              <Bone width="third" className="cart-skeleton__gap" />
              <Bone shape="title" width="quarter" className="cart-skeleton__foot" />
            </View>
          </View>
        ))}
      </Card>
    </View>
  )
}
