import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Price } from '../../ui/price'
import { Sheet } from '../../ui/sheet'
import { yuanText } from '../../ui/yuan'
import type { PriceChange } from './use-checkout'
import './change-sheet.scss'

interface Props {
  readonly change: PriceChange | null
  /** Why it moved, where a coupon is the cause. */
  readonly why: string | null
  readonly isBusy: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** The price moved: the old and the new one side by side. Nothing goes on without a tap on the new one. */
export function ChangeSheet({ change, why, isBusy, onConfirm, onClose }: Props) {
  const by = change ? change.quote.payableFen - change.was : 0
  return (
    <Sheet isOpen={change !== null} onClose={onClose} title={why ? '有张券刚刚用不了了' : '价格刚有变动'}>
      {change && (
        <View className="change-sheet">
          <View className="change-sheet__text">
            {why}
            {by > 0
              ? `你选好之后，这一单贵了 ${yuanText(by)}，确认后再付款。`
              : `好消息，这一单便宜了 ${yuanText(-by)}。`}
          </View>
          <View className="change-sheet__prices">
            <View className="change-sheet__side">
              <View className="change-sheet__name">原来</View>
              <Price fen={change.was} tone="second" isStruck />
            </View>
            <View className="change-sheet__side">
              <View className="change-sheet__name">现在</View>
              <Price fen={change.quote.payableFen} size="figure" />
            </View>
          </View>
          <Button isBlock isLoading={isBusy} onTap={onConfirm} className="change-sheet__confirm">
            按新价格下单
          </Button>
          <Button isBlock kind="text" onTap={onClose}>
            再想想
          </Button>
        </View>
      )}
    </Sheet>
  )
}
