import type { StaffGroup } from '@contract/staff'
import { dayNumberOf } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { serverNow } from '../../../platform/clock'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import { Price } from '../../../ui/price'
import { Tag } from '../../../ui/tag'
import { FigureRow } from '../figure-row'
import './group-card.scss'

interface Props {
  readonly group: StaffGroup
  /** The opening that stands came from it. */
  readonly isHere: boolean
  readonly onTap?: () => void
}

/** A group with its last thirty days. One without an owner says how to take it. */
export function GroupCard({ group, isHere, onTap }: Props) {
  const { name, isMine, since, members } = group
  return (
    <Card className="group-card" onTap={onTap}>
      <View className="group-card__head">
        <View className="group-card__icon">
          <Icon name="group" />
        </View>
        <View className="group-card__words">
          <View className="group-card__name">
            {name ?? '还没起名的群'}
            {isHere && <Tag tone="good">刚从这里打开</Tag>}
          </View>
          <View className="group-card__note">
            {members} 人来过{since !== null && ` · ${sinceText(since)}`}
            {!isMine && ' · 还没有人负责'}
          </View>
        </View>
        {onTap && <Icon name="arrow" size="note" className="group-card__arrow" />}
      </View>
      <FigureRow
        items={[
          { name: '近30天打开', value: group.opens30d },
          { name: '付款订单', value: group.paidOrders30d },
          {
            name: '成交',
            value: <Price fen={group.netSales30dFen} size="body" tone={toneOf(group.netSales30dFen)} />,
            isStrong: true,
          },
        ]}
      />
    </Card>
  )
}

/** Nothing sold is no reason to shine. */
const toneOf = (fen: number) => (fen === 0 ? 'ink' : 'accent')

function sinceText(since: number): string {
  const days = dayNumberOf(serverNow()) - dayNumberOf(since)
  return days < 1 ? '今天起由你负责' : `由你负责 ${days} 天`
}
