import { View } from '@tarojs/components'
import { Bone } from '../../ui/bone'
import { Card } from '../../ui/card'
import './checkout-skeleton.scss'

/** The checkout before its price is known, laid out like the true one. */
export function CheckoutSkeleton() {
  return (
    <View className="checkout-skeleton">
      <Card>
        <Bone width="third" />
        <Bone shape="title" width="most" className="checkout-skeleton__gap" />
        <Bone width="half" className="checkout-skeleton__gap" />
      </Card>
      <Card>
        <View className="checkout-skeleton__line">
          <Bone shape="block" className="checkout-skeleton__picture" />
          <View className="checkout-skeleton__words">
            <Bone width="most" />
            <Bone width="third" className="checkout-skeleton__gap" />
            <Bone width="quarter" className="checkout-skeleton__gap" />
          </View>
        </View>
      </Card>
      <Card>
        <Bone width="full" />
        <Bone width="full" className="checkout-skeleton__gap" />
        <Bone shape="title" width="third" className="checkout-skeleton__gap" />
      </Card>
    </View>
  )
}
