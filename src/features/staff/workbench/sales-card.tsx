import type { WorkbenchView } from '@contract/staff'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import { Price } from '../../../ui/price'
import { rangeText } from '../ranges'
import { Trend } from './trend'
import './sales-card.scss'

interface Props {
  readonly view: WorkbenchView
  /** Of the last thirty days, whatever the range; null until it is known. */
  readonly trend: WorkbenchView['trend'] | null
  readonly onOrders: () => void
}

/** The one large figure: what orders credited to me came to, refunds taken back; the last thirty days below. */
export function SalesCard({ view, trend, onOrders }: Props) {
  return (
    <Card className="workbench__sales">
      <View className="sales-card__top" hoverClass="sales-card__top--pressed" onClick={onOrders}>
        <View className="sales-card__label">
          {rangeText(view.range)}归属成交
          <View className="sales-card__more">
            {view.orders} 单
            <Icon name="arrow" size="note" />
          </View>
        </View>
        <Price fen={view.netSalesFen} size="figure" tone="ink" className="workbench__figure" />
        <View className="sales-card__note">已扣除退款，不含运费</View>
      </View>
      <Trend days={trend} />
    </Card>
  )
}
