import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import { Icon, type IconName } from './icon'
import './banner.scss'

interface Props {
  readonly children: ReactNode
  readonly tone?: 'accent' | 'warning' | 'bad' | 'good' | 'plain'
  readonly icon?: IconName
  readonly action?: { readonly text: string; readonly onTap: () => void }
  /** From edge to edge, as at the top of a page. */
  readonly isWide?: boolean
}

/** One sentence across the screen, with at most one thing to do. */
export function Banner({ children, tone = 'plain', icon, action, isWide }: Props) {
  return (
    <View className={cls('banner', `banner--${tone}`, isWide && 'banner--wide')}>
      {icon && <Icon name={icon} size="small" className="banner__icon" />}
      <View className="banner__text">{children}</View>
      {action && (
        <View className="banner__action" hoverClass="banner__action--pressed" onClick={action.onTap}>
          {action.text}
        </View>
      )}
    </View>
  )
}
