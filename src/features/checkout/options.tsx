import { Input, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../ui/card'
import './options.scss'

interface Props {
  /** The row of coupons. */
  readonly children: ReactNode
  readonly remark: string
  readonly onRemark: (text: string) => void
}

/** What else may be said about an order: its coupons, and a word to the shop. */
export function CheckoutOptions({ children, remark, onRemark }: Props) {
  return (
    <Card isFlush>
      {children}
      <View className="cell options__remark">
        <View className="options__name">备注</View>
        <Input
          className="options__input"
          value={remark}
          maxlength={100}
          placeholder="想对店里说的话，选填"
          placeholderClass="options__placeholder"
          onInput={(event) => onRemark(event.detail.value)}
        />
      </View>
    </Card>
  )
}
