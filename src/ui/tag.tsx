import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import './tag.scss'

interface Props {
  readonly children: ReactNode
  readonly tone?: 'accent' | 'good' | 'warning' | 'bad' | 'plain' | 'line' | 'veil'
  readonly className?: string
}

/** A few words on a tint. `veil` lies on pictures. */
export function Tag({ children, tone = 'plain', className }: Props) {
  return <Text className={cls('tag', `tag--${tone}`, className)}>{children}</Text>
}
