import type { CreditedOrderDetail } from '@contract/staff'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Price } from '../../../ui/price'
import { Quote } from '../../../ui/quote'
import './credit-head.scss'

/** What the order brings, and why, in one sentence. */
export function CreditHead({ order }: { readonly order: CreditedOrderDetail }) {
  const { creditFen, sentence } = order
  const commissionFen = order.ledger.reduce((sum, line) => sum + line.commissionFen, 0)
  return (
    <Card className="credit-head">
      <View className="credit-head__label">归属成交</View>
      <Price fen={creditFen} size="figure" tone="ink" />
      {commissionFen !== 0 && (
        <View className="credit-head__commission">
          提成参考
          <Price fen={commissionFen} size="small" tone="ink" />
        </View>
      )}
      <View className="credit-head__sentence credited-order__sentence">
        <Quote>{sentence}</Quote>
      </View>
    </Card>
  )
}
