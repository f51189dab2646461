import type { InvitationRow as Invitation } from '@contract/team'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Avatar } from '../../../ui/avatar'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Tag } from '../../../ui/tag'
import './invitation-row.scss'

const STATES = {
  open: { text: '等对方接受', tone: 'accent' },
  used: { text: '已加入', tone: 'good' },
  expired: { text: '已过期', tone: 'plain' },
  revoked: { text: '已撤回', tone: 'plain' },
} as const

/** An invitation and what became of it; an open one can be revoked. */
export function InvitationRow({
  row,
  isBusy,
  onRevoke,
}: {
  readonly row: Invitation
  readonly isBusy: boolean
  readonly onRevoke: () => void
}) {
  const { name, title, role, createdAt, expiresAt, state } = row
  return (
    <Card className="invitation-row">
      <View className="invitation-row__head">
        <Avatar name={name} />
        <View className="invitation-row__words">
          <View className="invitation-row__name">
            {name}
            {role === 'manager' && <Tag tone="accent">店长</Tag>}
          </View>
          <View className="invitation-row__note">
            {title} · {momentText(createdAt)}邀请
          </View>
          {state === 'open' && <View className="invitation-row__note">{momentText(expiresAt)} 前有效</View>}
        </View>
        {state === 'open' ? (
          <Button
            kind="line"
            size="small"
            isLoading={isBusy}
            onTap={onRevoke}
            className="invitation-row__revoke"
          >
            撤回
          </Button>
        ) : (
          <Tag tone={STATES[state].tone}>{STATES[state].text}</Tag>
        )}
      </View>
    </Card>
  )
}
