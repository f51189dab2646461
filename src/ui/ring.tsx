import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { shareOf } from './progress-bar'
import { vars } from './vars'
import './ring.scss'

interface Props {
  /** 0 to 1. */
  readonly value: number
  /** In the middle, such as the rate in words. */
  readonly children?: ReactNode
}

/** A rate as a ring. Write its fraction out beside it. */
export function Ring({ value, children }: Props) {
  return (
    <View className="ring" style={vars({ turn: `${shareOf(value)}turn` })}>
      <View className="ring__hole">{children}</View>
    </View>
  )
}
