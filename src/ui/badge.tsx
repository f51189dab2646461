import { View } from '@tarojs/components'
import { cls } from './cls'
import './badge.scss'

interface Props {
  /** Nothing is drawn for 0. */
  readonly count: number
  readonly className?: string
}

/** A number on a corner, for things that wait for the visitor. Never to push sharing (platform rule 5.1.2). */
export function Badge({ count, className }: Props) {
  if (count <= 0) return null
  return <View className={cls('badge', className)}>{count > 99 ? '99+' : count}</View>
}
