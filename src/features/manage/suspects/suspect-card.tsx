import type { SuspectRow } from '@contract/trust'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Quote } from '../../../ui/quote'
import { Tag } from '../../../ui/tag'
import './suspect-card.scss'
import { RULE_TEXT } from './words'

interface Props {
  readonly row: SuspectRow
  readonly onClear: () => void
  readonly onBlock: () => void
}

/** Openings set apart: by which rule, whose they are, for whom they would have counted. Nothing is deleted. */
export function SuspectCard({ row, onClear, onBlock }: Props) {
  const { rule, text, maskedName, staffName, touches, firstAt, lastAt, clearedAt, clearedBy, clearReason } =
    row
  return (
    <Card className="suspect-card">
      <View className="suspect-card__head">
        <View className="suspect-card__who">{maskedName}</View>
        {clearedAt === null ? <Tag tone="warning">{RULE_TEXT[rule]}</Tag> : <Tag tone="good">已解除</Tag>}
      </View>
      <View className="suspect-card__when">
        {momentText(firstAt)} — {momentText(lastAt)}
      </View>
      <Quote>{text}</Quote>
      <View className="suspect-card__what">
        {touches} 次打开没有算进业绩
        {staffName !== null && `，本来会算给${staffName}`}
      </View>
      {clearedAt !== null && (
        <View className="suspect-card__cleared">
          {momentText(clearedAt)} {clearedBy}解除：{clearReason}
        </View>
      )}
      {clearedAt === null && (
        <View className="suspect-card__foot">
          <Button kind="line" size="small" onTap={onBlock} className="suspect-card__block">
            拉黑这位顾客
          </Button>
          <Button kind="tint" size="small" onTap={onClear} className="suspect-card__clear">
            没问题，解除
          </Button>
        </View>
      )}
    </Card>
  )
}
