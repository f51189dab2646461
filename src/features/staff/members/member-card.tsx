import type { CaredMember } from '@contract/member-care'
import { View } from '@tarojs/components'
import { serverNow } from '../../../platform/clock'
import { Avatar } from '../../../ui/avatar'
import { Card } from '../../../ui/card'
import { Price } from '../../../ui/price'
import { Tag } from '../../../ui/tag'
import './member-card.scss'
import { TagList } from './tag-list'
import { agoText, stageWords } from './words'

/** One member I serve: who, how close, what they bought last. */
export function MemberCard({ member, onTap }: { readonly member: CaredMember; readonly onTap: () => void }) {
  const { maskedName, lifecycle, orders, netSpentFen, tags, isCooling } = member
  const { text, tone } = stageWords(lifecycle)
  return (
    <Card className="member-card" onTap={onTap}>
      <View className="member-card__head">
        <Avatar name={maskedName} />
        <View className="member-card__words">
          <View className="member-card__name">
            {maskedName}
            <Tag tone={tone}>{text}</Tag>
            {isCooling && <Tag>刚联系过</Tag>}
          </View>
          <View className="member-card__last">{lastText(member)}</View>
        </View>
        <View className="member-card__spent">
          <Price fen={netSpentFen} size="body" tone={netSpentFen === 0 ? 'second' : 'ink'} />
          <View className="member-card__orders">{orders} 单</View>
        </View>
      </View>
      {tags.length > 0 && (
        <View className="member-card__tags">
          <TagList tags={tags} />
        </View>
      )}
    </Card>
  )
}

function lastText({ lastPaidAt, lastTitle, lastOpenAt }: CaredMember): string {
  const now = serverNow()
  if (lastPaidAt !== null) return `${agoText(lastPaidAt, now)}买过 ${lastTitle ?? ''}`.trim()
  return lastOpenAt === null ? '还没有来过' : `${agoText(lastOpenAt, now)}来看过，还没买`
}
