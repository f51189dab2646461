import { ScrollView, View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { cls } from './cls'
import { Icon } from './icon'
import './sheet.scss'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title?: string
  readonly children: ReactNode
  /** Stays below the scrolling content, above the safe area. */
  readonly foot?: ReactNode
}

/** As long as the way down takes (--calm). */
const CLOSING_MS = 240

/** A sheet that rises from below; a tap beside it closes it. Its content scrolls, the page behind does not. */
export function Sheet({ isOpen, onClose, title, children, foot }: Props) {
  const [isThere, setThere] = useState(isOpen)
  useEffect(() => {
    if (isOpen) {
      setThere(true)
      return
    }
    const timer = setTimeout(() => setThere(false), CLOSING_MS)
    return () => clearTimeout(timer)
  }, [isOpen])
  if (!isOpen && !isThere) return null
  return (
    <View className={cls('sheet', !isOpen && 'sheet--closing')}>
      <View className="sheet__shade" catchMove onClick={onClose} />
      <View className="sheet__panel" catchMove>
        <View className="sheet__head">
          <View className="sheet__title">{title}</View>
          <View
            className="sheet__close"
            hoverClass="sheet__close--pressed"
            ariaRole="button"
            ariaLabel="关闭"
            onClick={onClose}
          >
            <Icon name="close" size="small" />
          </View>
        </View>
        <ScrollView className="sheet__body" scrollY enhanced showScrollbar={false}>
          {children}
        </ScrollView>
        {foot && <View className="sheet__foot">{foot}</View>}
      </View>
    </View>
  )
}
