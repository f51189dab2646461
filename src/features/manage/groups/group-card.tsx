import type { GroupRow } from '@contract/team'
import { View } from '@tarojs/components'
import { serverNow } from '../../../platform/clock'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import { Price } from '../../../ui/price'
import { longDayText } from '../team/day-text'
import { Facts } from '../team/facts'
import './group-card.scss'

interface Props {
  readonly group: GroupRow
  readonly onGive: () => void
  readonly onOwner: (staffId: string) => void
  readonly onOrders: () => void
}

/** What a group is called where nobody has named it. */
export const groupName = (name: string | null): string => name ?? '还没起名的群'

/** A group with who looks after it and its last thirty days; one without an owner asks for one. */
export function GroupCard({ group, onGive, onOwner, onOrders }: Props) {
  const { name, ownerId, ownerName, since, firstSeenAt, members, opens30d, paidOrders30d, netSales30dFen } =
    group
  const now = serverNow()
  return (
    <Card className="manage-group">
      <View className="manage-group__head">
        <View className="manage-group__icon">
          <Icon name="group" />
        </View>
        <View className="manage-group__words">
          <View className="manage-group__name">{groupName(name)}</View>
          <View className="manage-group__note">
            {members} 人来过 · {longDayText(firstSeenAt, now)}第一次打开
          </View>
        </View>
      </View>
      <Facts
        items={[
          { name: '近30天打开', value: opens30d },
          { name: '付款订单', value: paidOrders30d, onTap: paidOrders30d > 0 ? onOrders : undefined },
          {
            name: '成交',
            value: <Price fen={netSales30dFen} size="body" tone={netSales30dFen === 0 ? 'ink' : 'accent'} />,
            onTap: netSales30dFen === 0 ? undefined : onOrders,
          },
        ]}
      />
      <View className="manage-group__foot">
        {ownerId !== null ? (
          <View className="manage-group__owner" onClick={() => onOwner(ownerId)}>
            <View className="manage-group__owner-name">{ownerName}</View>
            {since !== null && <View className="manage-group__note">{longDayText(since, now)}起负责</View>}
          </View>
        ) : (
          <View className="manage-group__nobody">还没有人负责</View>
        )}
        <Button
          kind={ownerId === null ? 'fill' : 'line'}
          size="small"
          onTap={onGive}
          className="manage-group__give"
        >
          {ownerId === null ? '交给谁' : '换负责人'}
        </Button>
      </View>
    </Card>
  )
}
