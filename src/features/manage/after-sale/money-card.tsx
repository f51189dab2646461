import type { ManagedAfterSale } from '@contract/after-sale'
import { View } from '@tarojs/components'
import { copy } from '../../../platform/feedback'
import { Card } from '../../../ui/card'
import { Tag } from '../../../ui/tag'
import './money-card.scss'
import { moneyWords } from './words'

/** The money at WeChat Pay: where it stands, what to do, and the number to look it up by. */
export function MoneyCard({ money }: { readonly money: NonNullable<ManagedAfterSale['money']> }) {
  const { title, text, tone } = moneyWords(money)
  return (
    <Card title="微信支付" extra={<Tag tone={tone}>{title}</Tag>}>
      <View className="money-card__text">{text}</View>
      <View
        className="money-card__number"
        hoverClass="money-card__number--pressed"
        onClick={() => void copy(money.outRefundNo)}
      >
        <View className="money-card__name">退款单号</View>
        <View className="money-card__digits">{money.outRefundNo}</View>
        <View className="money-card__copy">复制</View>
      </View>
    </Card>
  )
}
