import { View } from '@tarojs/components'
import { Bone } from '../../ui/bone'
import { Card } from '../../ui/card'
import './product-skeleton.scss'

/** The product page before its product is known, in the same measures. */
export function ProductSkeleton() {
  return (
    <View className="product-skeleton">
      <Bone shape="block" className="product-skeleton__gallery" />
      <View className="product-head">
        <View className="product-head__prices">
          <Bone shape="block" className="product-skeleton__price" />
        </View>
        <Bone shape="title" className="product-skeleton__line" />
        <Bone shape="title" width="half" className="product-skeleton__line" />
        <Bone width="most" className="product-skeleton__line" />
      </View>
      <Card>
        <Bone width="most" />
        <Bone width="half" className="product-skeleton__line" />
      </Card>
    </View>
  )
}
