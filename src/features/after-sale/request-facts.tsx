import type { AfterSaleView } from '@contract/after-sale'
import { REFUND_REASONS } from '@domain/after-sale/reasons'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { KIND_WORDS } from './words'
import './request-facts.scss'

type Facts = Pick<AfterSaleView, 'kind' | 'reason' | 'note' | 'orderNumber'>

/** How, why and of which order. */
export function RequestFacts({
  request,
  onOrder,
}: {
  readonly request: Facts
  readonly onOrder: () => void
}) {
  return (
    <Card>
      <Fact name="方式" value={KIND_WORDS[request.kind]} />
      <Fact name="原因" value={REFUND_REASONS[request.reason]} />
      {request.note !== '' && <Fact name="补充" value={request.note} />}
      <View className="request-facts__row" hoverClass="request-facts__row--pressed" onClick={onOrder}>
        <View className="request-facts__name">订单编号</View>
        <View className="request-facts__value request-facts__value--link">{request.orderNumber}</View>
      </View>
    </Card>
  )
}

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <View className="request-facts__row">
    <View className="request-facts__name">{name}</View>
    <View className="request-facts__value">{value}</View>
  </View>
)
