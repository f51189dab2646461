import { View } from '@tarojs/components'
import { Bone } from '../../ui/bone'
import './tickets-skeleton.scss'

/** Tickets before they are there. */
export function TicketsSkeleton() {
  return (
    <View className="tickets-skeleton">
      <Bone shape="block" className="tickets-skeleton__one" />
      <Bone shape="block" className="tickets-skeleton__one" />
      <Bone shape="block" className="tickets-skeleton__one" />
    </View>
  )
}
