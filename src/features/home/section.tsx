import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './section.scss'

interface Props {
  readonly title: string
  readonly note?: string
  readonly children: ReactNode
  readonly className?: string
}

/** A part of the first screen under its name. */
export function Section({ title, note, children, className }: Props) {
  return (
    <View className={`section ${className ?? ''}`}>
      <View className="section__head">
        <View className="section__title">{title}</View>
        {note && <View className="section__note">{note}</View>}
      </View>
      {children}
    </View>
  )
}
