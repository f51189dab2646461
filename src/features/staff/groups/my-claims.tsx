import type { GroupClaimRow } from '@contract/team'
import { dayText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Tag } from '../../../ui/tag'
import './my-claims.scss'

const STATES = {
  open: { text: '等店长定', tone: 'warning' },
  approved: { text: '已转给你', tone: 'good' },
  refused: { text: '没有通过', tone: 'plain' },
} as const

/** The groups I asked the manager for, and the answers. */
export function MyClaims({ claims }: { readonly claims: readonly GroupClaimRow[] }) {
  if (claims.length === 0) return null
  return (
    <Card title="我申请过的群" className="my-claims">
      {claims.map((claim) => (
        <View key={claim.id} className="my-claims__one">
          <View className="my-claims__head">
            <View className="my-claims__name">{claim.groupName ?? claim.claimedName}</View>
            <Tag tone={STATES[claim.state].tone}>{STATES[claim.state].text}</Tag>
          </View>
          <View className="my-claims__note">
            {dayText(claim.claimedAt)}申请
            {claim.ownerName !== null && ` · 现在由${claim.ownerName}负责`}
          </View>
          {claim.reason !== null && claim.reason !== '' && (
            <View className="my-claims__reason">店长：{claim.reason}</View>
          )}
        </View>
      ))}
    </Card>
  )
}
