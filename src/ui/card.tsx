import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import './card.scss'

interface Props {
  readonly children: ReactNode
  readonly title?: ReactNode
  /** At the right end of the title's line. */
  readonly extra?: ReactNode
  /** No inner space: the content brings its own. */
  readonly isFlush?: boolean
  readonly onTap?: () => void
  readonly className?: string
}

/** A white surface that holds one subject, with side margins of the page. */
export function Card({ children, title, extra, isFlush, onTap, className }: Props) {
  return (
    <View
      className={cls('card', isFlush && 'card--flush', className)}
      hoverClass={onTap ? 'card--pressed' : 'none'}
      onClick={onTap}
    >
      {(title || extra) && (
        <View className="card__head">
          <View className="card__title">{title}</View>
          {extra && <View className="card__extra">{extra}</View>}
        </View>
      )}
      {children}
    </View>
  )
}
