import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button'
import { cls } from '../../ui/cls'
import { Icon, type IconName } from '../../ui/icon'
import { Price } from '../../ui/price'
import './pay-result.scss'

export type PayResultState = 'paid' | 'asking' | 'unsure'

interface Props {
  readonly state: PayResultState
  readonly payableFen: number
  readonly onOrder: () => void
  readonly onHome: () => void
  /** Asks once more; only for `unsure`. */
  readonly onAskAgain: () => void
  /** Below the sum once it is paid, such as an offer to tell when the parcel leaves. */
  readonly children?: ReactNode
}

const WORDS: Readonly<Record<PayResultState, { icon: IconName; title: string; text: string }>> = {
  paid: { icon: 'check', title: '已支付', text: '订单已交给店里，备好就发' },
  asking: { icon: 'clock', title: '支付结果确认中', text: '正在和微信支付核对，请稍等片刻' },
  unsure: {
    icon: 'clock',
    title: '支付结果确认中',
    text: '微信还没有回音。如果已经付款，订单会自动更新，请不要重复支付',
  },
}

/** What became of the money: the shop's word, not the pay sheet's. */
export function PayResult({ state, payableFen, onOrder, onHome, onAskAgain, children }: Props) {
  const { icon, title, text } = WORDS[state]
  return (
    <View className="pay-result">
      <View className={cls('pay-result__mark', `pay-result__mark--${state}`)}>
        <Icon name={icon} size="head" />
      </View>
      <View className="pay-result__title">{title}</View>
      <Price fen={payableFen} size="figure" tone="ink" className="pay-result__price" />
      <View className="pay-result__text">{text}</View>
      {state === 'paid' && <View className="pay-result__more">{children}</View>}
      {state !== 'asking' && (
        <View className="pay-result__ways">
          <Button isBlock onTap={onOrder} className="pay-result__order">
            查看订单
          </Button>
          {state === 'unsure' && (
            <Button isBlock kind="tint" onTap={onAskAgain}>
              再查一次
            </Button>
          )}
          <Button isBlock kind="line" onTap={onHome} className="pay-result__home">
            继续逛逛
          </Button>
        </View>
      )}
    </View>
  )
}
