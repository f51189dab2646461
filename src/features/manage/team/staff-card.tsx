import type { StaffRow } from '@contract/team'
import { dayText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Avatar } from '../../../ui/avatar'
import { Card } from '../../../ui/card'
import { Tag } from '../../../ui/tag'
import { rateText } from '../commissions/rate'
import { Facts } from './facts'
import './staff-card.scss'
import { postText } from './use-team'

/** A colleague with what they look after; the whole card leads to them. */
export function StaffCard({ row, onOpen }: { readonly row: StaffRow; readonly onOpen: () => void }) {
  const { name, title, role, isMe, state, joinedAt, leftAt, members, groups, openShares, commissionBps } = row
  return (
    <Card className="staff-card" onTap={onOpen}>
      <View className="staff-card__head">
        <Avatar name={name} />
        <View className="staff-card__words">
          <View className="staff-card__name">
            {name}
            {role === 'manager' && <Tag tone="accent">店长</Tag>}
            {isMe && <Tag>我</Tag>}
          </View>
          <View className="staff-card__note">
            {title || postText(role)}
            {state === 'in_service' && joinedAt !== null && ` · ${dayText(joinedAt)}加入`}
            {state === 'left' && leftAt !== null && ` · ${dayText(leftAt)}离开`}
            {commissionBps > 0 && ` · 提成 ${rateText(commissionBps)}`}
          </View>
        </View>
      </View>
      {state === 'in_service' && (
        <Facts
          items={[
            { name: '客户', value: members },
            { name: '群', value: groups },
            { name: '有效分享', value: openShares },
          ]}
        />
      )}
    </Card>
  )
}
