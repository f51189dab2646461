import type { OrderView } from '@contract/order'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { copy } from '../../platform/feedback'
import { Card } from '../../ui/card'
import './order-facts.scss'

/** Number, times and remark: what somebody reads out when they ask about an order. */
export function OrderFacts({ order }: { readonly order: OrderView }) {
  return (
    <Card title="订单信息">
      <View className="order-facts__row">
        <View className="order-facts__name">订单编号</View>
        <View className="order-facts__value">{order.number}</View>
        <View
          className="order-facts__copy"
          hoverClass="order-facts__copy--pressed"
          onClick={() => void copy(order.number)}
        >
          复制
        </View>
      </View>
      <Fact name="下单时间" value={momentText(order.createdAt)} />
      {order.paidAt !== null && <Fact name="付款时间" value={momentText(order.paidAt)} />}
      {order.remark !== '' && <Fact name="备注" value={order.remark} />}
    </Card>
  )
}

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <View className="order-facts__row">
    <View className="order-facts__name">{name}</View>
    <View className="order-facts__value">{value}</View>
  </View>
)
