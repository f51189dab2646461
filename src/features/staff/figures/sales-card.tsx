import type { FiguresView } from '@contract/figures'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import { Price } from '../../../ui/price'
import { yuanText } from '../../../ui/yuan'
import { dayCount, type Span } from '../span'
import './sales-card.scss'
import { Trend } from './trend'

interface Props {
  readonly view: FiguresView
  readonly span: Span
  /** How these days are called. */
  readonly name: string
  /** What the bars show: the days themselves, or the last thirty where they are too few to draw. */
  readonly trend: { readonly title: string; readonly days: FiguresView['trend'] } | null
  readonly onOrders: () => void
}

/** The one large figure: what orders credited to me came to, refunds taken back; how it went day by day below. */
export function SalesCard({ view, span, name, trend, onOrders }: Props) {
  const { netSalesFen, orders, previous } = view
  return (
    <Card className="workbench__sales">
      <View className="sales-card__top" hoverClass="sales-card__top--pressed" onClick={onOrders}>
        <View className="sales-card__label">
          {name}归属成交
          <View className="sales-card__more">
            {orders} 单
            <Icon name="arrow" size="note" />
          </View>
        </View>
        <Price fen={netSalesFen} size="figure" tone="ink" className="workbench__figure" />
        <View className="sales-card__note">
          {beforeText(dayCount(span))} {yuanText(previous.netSalesFen)} · 已扣除退款，不含运费
        </View>
      </View>
      <Trend of={trend} />
    </Card>
  )
}

const beforeText = (days: number): string => (days === 1 ? '前一天' : `再前 ${days} 天`)
