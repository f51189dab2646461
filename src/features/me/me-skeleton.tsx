import { View } from '@tarojs/components'
import { Bone } from '../../ui/bone'
import { Card } from '../../ui/card'
import './me-skeleton.scss'

/** Head and level on their way. */
export function MeSkeleton() {
  return (
    <View>
      <View className="me-skeleton__head">
        <Bone shape="round" />
        <View className="me-skeleton__words">
          <Bone shape="title" width="half" />
          <Bone width="third" className="me-skeleton__gap" />
        </View>
      </View>
      <Card>
        <Bone shape="title" width="third" />
        <Bone width="half" className="me-skeleton__gap" />
        <Bone width="full" className="me-skeleton__gap" />
      </Card>
    </View>
  )
}
