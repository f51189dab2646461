import type { FigureName, FiguresView } from '@contract/figures'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../../ui/card'
import { Price } from '../../../ui/price'
import { yuanShort } from '../../../ui/yuan'
import { rateText } from '../rate-text'
import './figure-grid.scss'
import type { OpenRows } from './open-rows'

interface Props {
  readonly view: FiguresView
  readonly onRows: OpenRows
  /** Where I stand in the shop, where that is asked. */
  readonly rank?: { readonly text: string; readonly onTap: () => void }
}

interface Figure {
  readonly name: string
  readonly value: ReactNode
  readonly note: string
  readonly rows: FigureName
}

/** The other figures, each rate with its fraction; a tap opens the rows behind it. */
export function FigureGrid({ view, onRows, rank }: Props) {
  return (
    <Card isFlush className="workbench__figures">
      <View className="figure-grid">
        {figuresOf(view).map(({ name, value, note, rows }) => (
          <View
            key={name}
            className={`figure-grid__one workbench__number--${rows}`}
            hoverClass="figure-grid__one--pressed"
            ariaRole="button"
            onClick={() => onRows(rows)}
          >
            <View className="figure-grid__value">{value}</View>
            <View className="figure-grid__name">{name}</View>
            <View className="figure-grid__note">{note}</View>
          </View>
        ))}
        {rank && (
          <View
            className="figure-grid__one figure-grid__one--rank"
            hoverClass="figure-grid__one--pressed"
            ariaRole="button"
            onClick={rank.onTap}
          >
            <View className="figure-grid__value">{rank.text}</View>
            <View className="figure-grid__name">店内排名</View>
            <View className="figure-grid__note">按归属成交</View>
          </View>
        )}
      </View>
    </Card>
  )
}

function figuresOf(view: FiguresView): readonly Figure[] {
  const { opens, members, newMembers, claims, orders, buyers, netSalesFen, orderValueFen, repurchase } = view
  const { part, whole, bps } = repurchase
  return [
    { name: '打开次数', value: opens, note: '卡片、小程序码', rows: 'opens' },
    { name: '到店人数', value: members, note: '每人只算一次', rows: 'members' },
    { name: '新客', value: newMembers, note: `/ ${members} 人到店`, rows: 'newMembers' },
    { name: '领券', value: claims, note: '归属于你的领取', rows: 'claims' },
    { name: '付款订单', value: orders, note: '归属于你', rows: 'orders' },
    { name: '付款人数', value: buyers, note: '每人只算一次', rows: 'buyers' },
    {
      name: '客单价',
      value: orderValueFen === null ? '—' : <Price fen={orderValueFen} tone="ink" />,
      note: orders === 0 ? '还没有订单' : `${yuanShort(netSalesFen)} ÷ ${orders} 单`,
      rows: 'orders',
    },
    {
      name: '复购率',
      value: rateText(bps),
      note: whole === 0 ? '还没有人付款' : `${part} 人再买 / ${whole} 人`,
      rows: 'repeaters',
    },
  ]
}
