import type { ManagedOrder } from '@contract/ledger'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Avatar } from '../../../ui/avatar'
import { Card } from '../../../ui/card'
import { Picture } from '../../../ui/picture'
import { Price } from '../../../ui/price'
import { Quote } from '../../../ui/quote'
import './managed-order-card.scss'

/** A paid order with who holds its credit and the sentence that says why. */
export function ManagedOrderCard({
  order,
  onOpen,
}: {
  readonly order: ManagedOrder
  readonly onOpen: () => void
}) {
  const { paidAt, createdAt, picture, firstTitle, maskedMember, itemCount, groupName } = order
  return (
    <Card className="managed-order" onTap={onOpen}>
      <View className="managed-order__head">
        <View className="managed-order__when">{momentText(paidAt ?? createdAt)}</View>
        {order.holderName === null ? (
          <View className="managed-order__nobody">无人归属</View>
        ) : (
          <View className="managed-order__holder">
            <Avatar name={order.holderName} size="small" />
            {order.holderName}
          </View>
        )}
      </View>
      <View className="managed-order__body">
        <Picture src={picture?.small} className="managed-order__picture" />
        <View className="managed-order__words">
          <View className="managed-order__title">{firstTitle}</View>
          <View className="managed-order__note">
            {maskedMember} · {itemCount} 件{groupName && ` · ${groupName}`}
          </View>
        </View>
        <Price fen={order.creditFen} size="body" tone={order.creditFen === 0 ? 'second' : 'accent'} />
      </View>
      <Quote>{order.sentence}</Quote>
    </Card>
  )
}
