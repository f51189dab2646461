import { View } from '@tarojs/components'
import { Bone } from '../../ui/bone'
import './home-skeleton.scss'

/** Who serves and the shelves, before they are known; the feed's own skeleton stands below. */
export function HomeSkeleton() {
  return (
    <View className="serving-card">
      <Bone shape="block" className="home-skeleton__face" />
      <View className="serving-card__words">
        <Bone shape="title" width="half" />
        <Bone width="most" className="home-skeleton__line" />
      </View>
      <Bone shape="block" className="home-skeleton__contact" />
    </View>
  )
}
