import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from '../../ui/cls'
import './figure-row.scss'

interface Figure {
  readonly name: string
  readonly value: ReactNode
  readonly isStrong?: boolean
}

/** Figures of equal weight side by side, each above its name. */
export function FigureRow({ items }: { readonly items: readonly Figure[] }) {
  return (
    <View className="figure-row">
      {items.map(({ name, value, isStrong }) => (
        <View key={name} className={cls('figure-row__one', isStrong && 'figure-row__one--strong')}>
          <View className="figure-row__value">{value}</View>
          <View className="figure-row__name">{name}</View>
        </View>
      ))}
    </View>
  )
}
