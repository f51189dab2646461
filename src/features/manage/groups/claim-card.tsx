import type { GroupClaimRow } from '@contract/team'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Avatar } from '../../../ui/avatar'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import { Quote } from '../../../ui/quote'
import { Tag } from '../../../ui/tag'
import './claim-card.scss'
import { groupName } from './group-card'

interface Props {
  readonly claim: GroupClaimRow
  readonly onDecide: (approve: boolean) => void
  readonly onPerson: (staffId: string) => void
}

/** Two people and one group: who looks after it now, who asks for it and why, and what was decided. */
export function ClaimCard({ claim, onDecide, onPerson }: Props) {
  const { groupName: name, claimedName, claimantId, claimantName, ownerId, ownerName } = claim
  const { note, claimedAt, state, decidedAt, reason } = claim
  return (
    <Card className="claim-decision">
      <View className="claim-decision__head">
        <View className="claim-decision__name">{groupName(name ?? claimedName)}</View>
        {state === 'open' && <Tag tone="warning">待裁决</Tag>}
        {state === 'approved' && <Tag tone="good">已同意</Tag>}
        {state === 'refused' && <Tag tone="plain">已驳回</Tag>}
      </View>
      <View className="claim-decision__when">
        {momentText(claimedAt)}
        {claimedName !== name && ` · ${claimantName}叫它「${claimedName}」`}
      </View>
      <View className="claim-decision__sides">
        <View className="claim-decision__side" onClick={() => ownerId && onPerson(ownerId)}>
          <Avatar name={ownerName ?? '无'} />
          <View className="claim-decision__who">{ownerName ?? '没有人'}</View>
          <View className="claim-decision__role">现在负责</View>
        </View>
        <Icon name="arrow" size="small" className="claim-decision__arrow" />
        <View className="claim-decision__side" onClick={() => onPerson(claimantId)}>
          <Avatar name={claimantName} />
          <View className="claim-decision__who">{claimantName}</View>
          <View className="claim-decision__role">说是自己的群</View>
        </View>
      </View>
      {note !== '' && <Quote>{note}</Quote>}
      {reason !== null && decidedAt !== null && (
        <View className="claim-decision__reason">
          {momentText(decidedAt)}：{reason}
        </View>
      )}
      {state === 'open' && (
        <View className="claim-decision__foot">
          <Button kind="line" onTap={() => onDecide(false)} className="claim-decision__refuse">
            不给
          </Button>
          <Button isBlock onTap={() => onDecide(true)} className="claim-decision__approve">
            交给{claimantName}
          </Button>
        </View>
      )}
    </Card>
  )
}
