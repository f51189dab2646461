import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import './timeline.scss'

interface Moment {
  readonly key: string
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly state: 'done' | 'now' | 'next'
}

/** What happened and what comes, from above to below. */
export function Timeline({ items }: { readonly items: readonly Moment[] }) {
  return (
    <View className="timeline">
      {items.map(({ key, title, note, state }) => (
        <View key={key} className={cls('timeline__item', `timeline__item--${state}`)}>
          <View className="timeline__dot" />
          <View className="timeline__title">{title}</View>
          {note && <View className="timeline__note">{note}</View>}
        </View>
      ))}
    </View>
  )
}
