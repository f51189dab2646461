import { View } from '@tarojs/components'
import { cls } from './cls'
import './bone.scss'

interface Props {
  /** line 28 · title 36 · button 88 high · square 1:1 · card 5:4 · round 88 · block fills its class. */
  readonly shape?: 'line' | 'title' | 'button' | 'square' | 'card' | 'round' | 'block'
  readonly width?: 'full' | 'most' | 'half' | 'third' | 'quarter'
  readonly className?: string
}

/** A grey piece of a skeleton. Lay skeletons out like the true screen, so that nothing jumps. */
export function Bone({ shape = 'line', width = 'full', className }: Props) {
  return <View className={cls('bone', `bone--${shape}`, `bone--${width}`, className)} />
}
