import type { ShippingOrder } from '@contract/shipment'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { serverNow } from '../../../platform/clock'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Quote } from '../../../ui/quote'
import { Tag } from '../../../ui/tag'
import { deadlineOf, unitsToShip } from './deadline'
import { PackLines } from './pack-lines'
import './shipping-card.scss'

interface Props {
  readonly order: ShippingOrder
  readonly onOpen: () => void
}

/** An order as whoever packs it wants it: until when, what, to whom, what they asked for. */
export function ShippingCard({ order, onOpen }: Props) {
  const left = unitsToShip(order)
  const deadline = deadlineOf(order, serverNow())
  const { name, phone, province, city, district } = order.address
  const last = order.parcels[order.parcels.length - 1]
  return (
    <Card className="shipping-card" onTap={onOpen}>
      <View className="shipping-card__head">
        <View className="shipping-card__paid">{momentText(order.paidAt)} 付款</View>
        {left > 0 ? (
          <Tag tone={deadline.tone}>{deadline.text}</Tag>
        ) : order.upload?.state === 'refused' ? (
          <Tag tone="bad">微信没有收下</Tag>
        ) : (
          <Tag tone="good">已发出</Tag>
        )}
      </View>
      <PackLines lines={order.lines} isOnlyLeft={left > 0} />
      {order.remark !== '' && <Quote>{order.remark}</Quote>}
      <View className="shipping-card__to">
        {name} {phone.slice(-4)} · {[...new Set([province, city, district])].filter(Boolean).join(' ')}
      </View>
      {order.upload?.state === 'refused' && order.upload.reason && (
        <View className="shipping-card__refused">{order.upload.reason}</View>
      )}
      <View className="shipping-card__foot">
        <View className="shipping-card__sent">
          {last
            ? `${order.parcels.length} 个包裹 · ${last.company.name} ${last.trackingNumber}`
            : order.remindedAt !== null
              ? '微信已提醒发货'
              : ''}
        </View>
        {left > 0 && (
          <Button size="small" onTap={onOpen} className="shipping-card__ship">
            {order.parcels.length > 0 ? '发剩下的' : '发货'}
          </Button>
        )}
      </View>
    </Card>
  )
}
