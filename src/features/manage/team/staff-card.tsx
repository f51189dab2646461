import type { StaffRow } from '@contract/team'
import { View } from '@tarojs/components'
import { serverNow } from '../../../platform/clock'
import { Avatar } from '../../../ui/avatar'
import { Card } from '../../../ui/card'
import { Tag } from '../../../ui/tag'
import { rateText } from '../commissions/rate'
import { longDayText } from './day-text'
import { Facts } from './facts'
import './staff-card.scss'
import { postText } from './use-team'

/** A colleague with what they look after; the whole card leads to them. */
export function StaffCard({ row, onOpen }: { readonly row: StaffRow; readonly onOpen: () => void }) {
  const { name, title, role, isMe, state, joinedAt, leftAt, members, groups, openShares, commissionBps } = row
  const now = serverNow()
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
            {state === 'in_service' && joinedAt !== null && ` · ${longDayText(joinedAt, now)}加入`}
            {state === 'left' && leftAt !== null && ` · ${longDayText(leftAt, now)}离开`}
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
