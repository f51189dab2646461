import type { ServingStaff } from '@contract/session'
import { View } from '@tarojs/components'
import { dial } from '../../platform/feedback'
import { Avatar } from '../../ui/avatar'
import { Bone } from '../../ui/bone'
import { Button } from '../../ui/button'
import './serving-card.scss'

interface Props {
  readonly staff: ServingStaff | null
  /** The shop's own name and number serve where no one is bound yet. */
  readonly shopName: string
  readonly servicePhone: string | null
}

const isPhone = (contact: string) => /^\+?[\d\s-]{5,20}$/.test(contact)

/** Who serves here: a person, one sentence, a way to reach them. Equally high with and without a bound one. */
export function ServingCard({ staff, shopName, servicePhone }: Props) {
  const phone = staff?.contact && isPhone(staff.contact) ? staff.contact : null
  return (
    <View className="serving-card">
      <Avatar name={staff?.name ?? shopName} size="large" />
      <View className="serving-card__words">
        <View className="serving-card__who">
          <View className="serving-card__name">{staff?.name ?? '店里的客服'}</View>
          {staff && <View className="serving-card__title">{staff.title}</View>}
        </View>
        <View className="serving-card__intro">{staff?.intro || '选品、送货、售后，都能直接问'}</View>
      </View>
      {phone || (!staff && servicePhone) ? (
        <Button
          kind="tint"
          size="small"
          className="serving-card__contact"
          onTap={() => dial(phone ?? servicePhone ?? '')}
        >
          联系
        </Button>
      ) : (
        <Button
          kind="tint"
          size="small"
          className="serving-card__contact"
          openType="contact"
          native={{ sessionFrom: staff ? `staff:${staff.staffId}` : 'home' }}
        >
          联系
        </Button>
      )}
    </View>
  )
}

/** Before anybody is known to serve, in the same measures. */
export function ServingCardSkeleton() {
  return (
    <View className="serving-card">
      <Bone shape="block" className="serving-card__face" />
      <View className="serving-card__words">
        <Bone shape="title" width="half" />
        <Bone width="most" className="serving-card__line" />
      </View>
    </View>
  )
}
