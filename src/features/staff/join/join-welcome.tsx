import type { StaffSelf } from '@contract/session'
import { View } from '@tarojs/components'
import { Avatar } from '../../../ui/avatar'
import { Icon } from '../../../ui/icon'
import './join-welcome.scss'

interface Props {
  readonly staff: StaffSelf
  /** Joined just now; else they had their post before. */
  readonly isNew: boolean
}

/** The post is theirs. */
export function JoinWelcome({ staff, isNew }: Props) {
  return (
    <View className="join-welcome">
      <View className="join-welcome__face">
        <Avatar name={staff.name} size="large" />
        <View className="join-welcome__mark">
          <Icon name="check" size="note" />
        </View>
      </View>
      <View className="join-welcome__title">
        {isNew ? `${staff.name}，欢迎你` : `${staff.name}，你已经是店员了`}
      </View>
      <View className="join-welcome__text">
        你{isNew ? '现在' : ''}是{staff.title}。你分享的卡片，都会记在你名下
      </View>
    </View>
  )
}
