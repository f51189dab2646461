import { View } from '@tarojs/components'
import { cls } from './cls'
import { vars } from './vars'
import './progress-bar.scss'

interface Props {
  /** 0 to 1; beyond is cut off. */
  readonly value: number
  readonly tone?: 'accent' | 'good'
}

export const shareOf = (value: number): number => (value > 0 ? Math.min(1, value) : 0)

/** How far something has come. */
export function ProgressBar({ value, tone = 'accent' }: Props) {
  return (
    <View className={cls('progress-bar', `progress-bar--${tone}`)}>
      <View className="progress-bar__done" style={vars({ share: `${shareOf(value) * 100}%` })} />
    </View>
  )
}
