import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import './screen.scss'

interface Props {
  readonly children: ReactNode
  /** Fixed at the bottom, above the safe area; the content keeps clear of it. */
  readonly bar?: ReactNode
  /** A tab page: WeChat's own bar already keeps the safe area. */
  readonly isTab?: boolean
  readonly textSize?: 'normal' | 'large'
  readonly theme?: 'auto' | 'light' | 'dark'
  readonly className?: string
}

/** The frame of a page: background, theme, text size, bottom bar. */
export function Screen({ children, bar, isTab, textSize = 'normal', theme = 'auto', className }: Props) {
  const look = cls(textSize === 'large' && 'screen--large', theme !== 'auto' && `screen--${theme}`)
  return (
    <View
      className={cls('screen', look, isTab && 'screen--tab', Boolean(bar) && 'screen--barred', className)}
    >
      {children}
      {bar && <View className="screen__bar">{bar}</View>}
    </View>
  )
}
