import type { HandoverRow } from '@contract/handover'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { serverNow } from '../../../platform/clock'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import { Quote } from '../../../ui/quote'
import { Tag } from '../../../ui/tag'
import './handover-card.scss'
import { holdingsText } from './holdings-text'
import { FORM_TEXT, leftText } from './words'

interface Props {
  readonly row: HandoverRow
  readonly onUndo: () => void
  readonly onPerson: (staffId: string) => void
}

/** A handover that took place: from whom to whom, how much, why; taken back within a day. */
export function HandoverCard({ row, onUndo, onPerson }: Props) {
  const { staffId, name, form, at, by, reason, moves, undoneAt, undoneBy, canUndoUntil } = row
  const now = serverNow()
  const canUndo = undoneAt === null && canUndoUntil !== null && canUndoUntil > now
  return (
    <Card className="handover-card">
      <View className="handover-card__head">
        <View className="handover-card__who" onClick={() => onPerson(staffId)}>
          {name}
        </View>
        {undoneAt === null ? (
          <Tag tone={form === 'leaver' ? 'warning' : 'plain'}>{FORM_TEXT[form]}</Tag>
        ) : (
          <Tag tone="line">已撤销</Tag>
        )}
      </View>
      <View className="handover-card__when">
        {momentText(at)} · {by}办理
      </View>
      {moves.map((gain) => (
        <View
          key={gain.staffId}
          className="handover-card__gain"
          hoverClass="handover-card__gain--pressed"
          onClick={() => onPerson(gain.staffId)}
        >
          <Icon name="arrow" size="note" className="handover-card__arrow" />
          <View className="handover-card__to">{gain.name}</View>
          <View className="handover-card__note">{holdingsText(gain, '没有客户和群要接')}</View>
        </View>
      ))}
      {moves.length === 0 && <View className="handover-card__note">没有人接手</View>}
      <View className="handover-card__why">
        <Quote>{reason}</Quote>
      </View>
      {undoneAt !== null && (
        <View className="handover-card__note">
          {momentText(undoneAt)} {undoneBy}撤销了
        </View>
      )}
      {canUndo && (
        <View className="handover-card__foot">
          <View className="handover-card__note">还可以撤销 {leftText(canUndoUntil, now)}</View>
          <Button kind="line" size="small" onTap={onUndo} className="handover-card__undo">
            撤销
          </Button>
        </View>
      )}
    </Card>
  )
}
