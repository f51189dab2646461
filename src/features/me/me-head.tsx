import type { MeView } from '@contract/session'
import { dayText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Avatar } from '../../ui/avatar'
import { Tag } from '../../ui/tag'
import './me-head.scss'

/** Who this is: what they told us, or simply a customer from WeChat. */
export function MeHead({ me }: { readonly me: MeView }) {
  const name = me.nickname ?? '微信顾客'
  return (
    <View className="me-head">
      <Avatar name={name} size="large" />
      <View className="me-head__words">
        <View className="me-head__name">{name}</View>
        <View className="me-head__tags">
          <Tag tone="line">{dayText(me.joinedAt)}加入</Tag>
          {me.maskedPhone && <Tag tone="line">{me.maskedPhone}</Tag>}
          {me.staff && <Tag tone="line">{me.staff.title || '店员'}</Tag>}
        </View>
      </View>
    </View>
  )
}
