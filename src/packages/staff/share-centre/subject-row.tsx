import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../../ui/button'
import { Icon } from '../../../ui/icon'
import { Picture } from '../../../ui/picture'
import type { Subject } from './subject'
import './subject-row.scss'

interface Props {
  readonly subject: Subject
  /** Below the words, such as a price. */
  readonly children?: ReactNode
  readonly onShare: () => void
}

/** Something to share, with the one button for it. */
export function SubjectRow({ subject: { title, note, picture }, children, onShare }: Props) {
  return (
    <View className="subject-row">
      {picture === null ? (
        <View className="subject-row__icon">
          <Icon name="coupon" size="head" />
        </View>
      ) : (
        <Picture src={picture} className="subject-row__picture" />
      )}
      <View className="subject-row__words">
        <View className="subject-row__title">{title}</View>
        <View className="subject-row__note">{note}</View>
        {children}
      </View>
      <Button kind="tint" size="small" className="subject-row__share" onTap={onShare}>
        分享
      </Button>
    </View>
  )
}
