import type { ServeItem } from '@contract/member-care'
import { View } from '@tarojs/components'
import { Avatar } from '../../../ui/avatar'
import { Icon } from '../../../ui/icon'
import { Tag } from '../../../ui/tag'
import './serve-row.scss'
import { reasonWords } from './words'

/** Somebody to serve, and why. */
export function ServeRow({ item, onTap }: { readonly item: ServeItem; readonly onTap?: () => void }) {
  const { text, tone } = reasonWords(item.reason)
  return (
    <View className="serve-row" hoverClass={onTap ? 'serve-row--pressed' : 'none'} onClick={onTap}>
      <Avatar name={item.maskedName} />
      <View className="serve-row__words">
        <View className="serve-row__name">
          {item.maskedName}
          <Tag tone={tone}>{text}</Tag>
        </View>
        <View className="serve-row__why">{item.why}</View>
      </View>
      {onTap && <Icon name="arrow" size="note" className="serve-row__arrow" />}
    </View>
  )
}
