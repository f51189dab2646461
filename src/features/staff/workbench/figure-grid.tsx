import type { WorkbenchView } from '@contract/staff'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Price } from '../../../ui/price'
import { rateText } from '../rate-text'
import './figure-grid.scss'

interface Props {
  readonly view: WorkbenchView
  readonly onOrders: () => void
}

/** The other figures, each rate with its fraction; a tap opens the orders behind it. */
export function FigureGrid({ view, onOrders }: Props) {
  return (
    <Card isFlush className="workbench__figures">
      <View className="figure-grid">
        {figuresOf(view).map(({ name, value, note }) => (
          <View
            key={name}
            className="figure-grid__one"
            hoverClass="figure-grid__one--pressed"
            onClick={onOrders}
          >
            <View className="figure-grid__value">{value}</View>
            <View className="figure-grid__name">{name}</View>
            <View className="figure-grid__note">{note}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}

function figuresOf({ opens, members, newMembers, orders, orderValueFen, repurchase }: WorkbenchView) {
  const { part, whole, bps } = repurchase
  return [
    { name: '打开次数', value: opens, note: '卡片、小程序码' },
    { name: '到店人数', value: members, note: '每人只算一次' },
    { name: '新客', value: newMembers, note: '第一次来小店' },
    { name: '付款订单', value: orders, note: '归属于你' },
    {
      name: '客单价',
      value: orderValueFen === null ? '—' : <Price fen={orderValueFen} tone="ink" />,
      note: '成交 ÷ 订单',
    },
    {
      name: '复购率',
      value: rateText(bps),
      note: whole === 0 ? '还没有人付款' : `${part} 人再买 / ${whole} 人`,
    },
  ]
}
