import type { CreditedOrder as Credited } from '@contract/staff'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Picture } from '../../../ui/picture'
import { Price } from '../../../ui/price'
import { Quote } from '../../../ui/quote'
import { Tag } from '../../../ui/tag'
import { STATE_TEXT } from './order-state-text'
import './credited-order.scss'

/** One order that counts for me: who, what, how much, and the sentence that says why. */
export function CreditedOrder({ order, onTap }: { readonly order: Credited; readonly onTap: () => void }) {
  const { paidAt, createdAt, state, creditFen } = order
  return (
    <Card className="credited-order" onTap={onTap}>
      <View className="credited-order__head">
        <View className="credited-order__when">{momentText(paidAt ?? createdAt)}</View>
        <Tag tone={state === 'refunded' ? 'bad' : 'plain'}>{STATE_TEXT[state]}</Tag>
      </View>
      <View className="credited-order__body">
        <Picture src={order.picture?.small} className="credited-order__picture" />
        <View className="credited-order__words">
          <View className="credited-order__title">{order.firstTitle}</View>
          <View className="credited-order__who">
            {order.maskedMember} · {order.itemCount} 件
          </View>
          {order.groupName && <View className="credited-order__group">{order.groupName}</View>}
        </View>
        <View className="credited-order__credit">
          <Price fen={creditFen} size="body" tone={creditFen === 0 ? 'second' : 'accent'} />
          <View className="credited-order__credit-name">归属成交</View>
        </View>
      </View>
      <View className="credited-order__sentence">
        <Quote>{order.sentence}</Quote>
      </View>
    </Card>
  )
}
