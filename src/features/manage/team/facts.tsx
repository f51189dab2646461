import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from '../../../ui/cls'
import './facts.scss'

interface Fact {
  readonly name: string
  readonly value: ReactNode
  /** Where the number leads. */
  readonly onTap?: () => void
}

/** Numbers side by side, each above its name; one that leads somewhere is pressed like a button. */
export function Facts({ items }: { readonly items: readonly Fact[] }) {
  return (
    <View className="facts">
      {items.map(({ name, value, onTap }) => (
        <View
          key={name}
          className={cls('facts__one', onTap && 'facts__one--link')}
          hoverClass={onTap ? 'facts__one--pressed' : 'none'}
          hoverStopPropagation
          // A tap on a number is not one on the card around it.
          onClick={
            onTap &&
            ((event) => {
              event.stopPropagation()
              onTap()
            })
          }
        >
          <View className="facts__value">{value}</View>
          <View className="facts__name">{name}</View>
        </View>
      ))}
    </View>
  )
}
