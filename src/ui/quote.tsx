import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import './quote.scss'

/** A sentence somebody can be held to, such as why an order counts for whom. */
export function Quote({ children }: { readonly children: ReactNode }) {
  return (
    <View className="quote">
      <Icon name="quote" size="note" className="quote__mark" />
      <View className="quote__text">{children}</View>
    </View>
  )
}
