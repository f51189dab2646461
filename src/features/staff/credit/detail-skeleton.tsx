import { Bone } from '../../../ui/bone'
import { Card } from '../../../ui/card'
import './detail-skeleton.scss'

/** A credited order before it is there, in its true layout. */
export function DetailSkeleton() {
  return (
    <>
      <Card>
        <Bone width="quarter" />
        <Bone shape="block" className="detail-skeleton__figure" />
        <Bone shape="block" className="detail-skeleton__quote" />
      </Card>
      <Card>
        <Bone shape="title" width="third" />
        <Bone shape="block" className="detail-skeleton__rows" />
      </Card>
      <Card>
        <Bone shape="title" width="quarter" />
        <Bone shape="block" className="detail-skeleton__rows" />
      </Card>
    </>
  )
}
