import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import './chip.scss'

interface Props {
  readonly children: ReactNode
  readonly isChosen?: boolean
  /** Cannot be had: struck through, still tappable to hear why. */
  readonly isOut?: boolean
  readonly onTap?: () => void
}

/** One choice among several, such as a specification or a filter. */
export function Chip({ children, isChosen, isOut, onTap }: Props) {
  return (
    <View
      className={cls('chip', isChosen && 'chip--chosen', isOut && 'chip--out')}
      hoverClass="chip--pressed"
      hoverStayTime={80}
      ariaRole="button"
      onClick={onTap}
    >
      {children}
    </View>
  )
}
