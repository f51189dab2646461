import { View } from '@tarojs/components'
import { Bone } from '../../../ui/bone'
import { Card } from '../../../ui/card'
import './list-skeleton.scss'

/** Rows with a picture, two lines and a box below, before they are there. */
export function ListSkeleton({ rows = 4 }: { readonly rows?: number }) {
  return (
    <>
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key) => (
        <Card key={key}>
          <View className="list-skeleton__row">
            <Bone shape="block" className="list-skeleton__picture" />
            <View className="list-skeleton__words">
              <Bone width="most" />
              <Bone width="third" />
            </View>
          </View>
          <Bone shape="block" className="list-skeleton__box" />
        </Card>
      ))}
    </>
  )
}
