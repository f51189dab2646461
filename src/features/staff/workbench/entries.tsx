import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { cls } from '../../../ui/cls'
import { Icon, type IconName } from '../../../ui/icon'
import './entries.scss'

interface Entry {
  readonly key: string
  readonly icon: IconName
  readonly text: string
  readonly onTap: () => void
}

/** Where the workbench leads, under the thumb. */
export function Entries({ items }: { readonly items: readonly Entry[] }) {
  return (
    <Card isFlush className="entries">
      {items.map(({ key, icon, text, onTap }) => (
        <View
          key={key}
          className={cls('entries__one', `workbench__entry--${key}`)}
          hoverClass="entries__one--pressed"
          ariaRole="button"
          onClick={onTap}
        >
          <View className="entries__icon">
            <Icon name={icon} />
          </View>
          <View className="entries__text">{text}</View>
        </View>
      ))}
    </Card>
  )
}
