import type { FoundMember } from '@contract/trust'
import { dayText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Avatar } from '../../../ui/avatar'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Tag } from '../../../ui/tag'
import './found-card.scss'

/** A customer that was looked for, masked all the same. */
export function FoundCard({
  member,
  onBlock,
}: {
  readonly member: FoundMember
  readonly onBlock: () => void
}) {
  const { maskedName, maskedPhone, lastSeenAt, orders, servingStaffName, isBlocked } = member
  return (
    <Card className="found-card">
      <View className="found-card__row">
        <Avatar name={maskedName} />
        <View className="found-card__words">
          <View className="found-card__name">
            {maskedName} {maskedPhone}
          </View>
          <View className="found-card__note">
            {orders} 单 · {dayText(lastSeenAt)}来过
            {servingStaffName && ` · ${servingStaffName}服务`}
          </View>
        </View>
        {isBlocked ? (
          <Tag tone="bad">黑名单中</Tag>
        ) : (
          <Button kind="line" size="small" onTap={onBlock} className="found-card__block">
            拉黑
          </Button>
        )}
      </View>
    </Card>
  )
}
