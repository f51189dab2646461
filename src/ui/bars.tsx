import { View } from '@tarojs/components'
import { cls } from './cls'
import { shareOf } from './progress-bar'
import { vars } from './vars'
import './bars.scss'

interface Bar {
  readonly key: string
  readonly value: number
  /** Written below; leave most empty when there are many. */
  readonly label?: string
}

interface Props {
  readonly items: readonly Bar[]
  readonly picked?: string
  readonly onPick?: (key: string) => void
}

/** A small trend of upright bars. Negative values stand at zero: the number itself is written elsewhere. */
export function Bars({ items, picked, onPick }: Props) {
  const most = Math.max(1, ...items.map((it) => it.value))
  return (
    <View className="bars">
      {items.map(({ key, value, label }) => (
        <View key={key} className="bars__slot" onClick={onPick && (() => onPick(key))}>
          <View className="bars__track">
            <View
              className={cls(
                'bars__bar',
                key === picked && 'bars__bar--picked',
                value <= 0 && 'bars__bar--none',
              )}
              style={vars({ share: `${shareOf(value / most) * 100}%` })}
            />
          </View>
          <View className="bars__label">{label}</View>
        </View>
      ))}
    </View>
  )
}
