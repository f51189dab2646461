import { View } from '@tarojs/components'
import { Bone } from '../../ui/bone'
import { Card } from '../../ui/card'
import './order-skeleton.scss'

/** An order on its way, laid out like the true one. */
export function OrderSkeleton() {
  return (
    <View className="order-skeleton">
      <View className="order-skeleton__head">
        <Bone shape="title" width="third" />
        <Bone width="half" className="order-skeleton__gap" />
      </View>
      <Card>
        <Bone width="third" />
        <Bone shape="title" width="most" className="order-skeleton__gap" />
      </Card>
      <OrderCardBones />
      <OrderCardBones />
    </View>
  )
}

/** One card of the list. */
export function OrderCardBones() {
  return (
    <Card>
      <View className="order-skeleton__line">
        <Bone shape="block" className="order-skeleton__picture" />
        <View className="order-skeleton__words">
          <Bone width="most" />
          <Bone width="third" className="order-skeleton__gap" />
          <Bone width="quarter" className="order-skeleton__gap" />
        </View>
      </View>
    </Card>
  )
}
