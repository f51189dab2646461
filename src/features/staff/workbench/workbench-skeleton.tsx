import { View } from '@tarojs/components'
import { Bone } from '../../../ui/bone'
import { Card } from '../../../ui/card'
import './workbench-skeleton.scss'

/** The workbench before its figures are there, in its true layout. */
export function WorkbenchSkeleton() {
  return (
    <>
      <View className="workbench-skeleton__head">
        <Bone shape="round" />
        <View className="workbench-skeleton__words">
          <Bone shape="title" width="third" />
          <Bone width="quarter" />
        </View>
      </View>
      <Card>
        <Bone width="third" />
        <Bone shape="block" className="workbench-skeleton__figure" />
        <Bone shape="block" className="workbench-skeleton__bars" />
      </Card>
      <Card className="workbench-skeleton__entries">
        {['a', 'b', 'c'].map((key) => (
          <Bone key={key} shape="round" />
        ))}
      </Card>
      <Card>
        <Bone shape="title" width="quarter" />
        <Bone shape="block" className="workbench-skeleton__ring" />
      </Card>
    </>
  )
}
