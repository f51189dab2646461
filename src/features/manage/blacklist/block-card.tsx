import type { BlockRow } from '@contract/trust'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Quote } from '../../../ui/quote'
import { Tag } from '../../../ui/tag'
import './block-card.scss'

/** Somebody on the blacklist, or who was: since when, by whom, why, and until when. */
export function BlockCard({ row, onEnd }: { readonly row: BlockRow; readonly onEnd: () => void }) {
  const { maskedName, maskedPhone, blockedAt, blockedBy, reason, endedAt, endedBy, endReason } = row
  return (
    <Card className="block-card">
      <View className="block-card__head">
        <View className="block-card__who">
          {maskedName}
          {maskedPhone && <View className="block-card__phone">{maskedPhone}</View>}
        </View>
        <Tag tone={endedAt === null ? 'bad' : 'plain'}>{endedAt === null ? '黑名单中' : '已移出'}</Tag>
      </View>
      <View className="block-card__when">
        {momentText(blockedAt)} {blockedBy ?? '店里'}拉黑
      </View>
      <Quote>{reason}</Quote>
      {endedAt !== null && (
        <View className="block-card__end">
          {momentText(endedAt)} {endedBy ?? '店里'}移出：{endReason}
        </View>
      )}
      {endedAt === null && (
        <View className="block-card__foot">
          <Button kind="line" size="small" onTap={onEnd} className="block-card__unblock">
            移出黑名单
          </Button>
        </View>
      )}
    </Card>
  )
}
