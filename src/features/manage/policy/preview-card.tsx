import type { PolicyPreview } from '@contract/policy'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Avatar } from '../../../ui/avatar'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { cls } from '../../../ui/cls'
import { yuanParts } from '../../../ui/yuan'
import './preview-card.scss'

interface Props {
  readonly preview: PolicyPreview
  readonly onOrder: (orderId: string) => void
}

/** Shown before more is asked for. */
const FEW = 3

function signed(fen: number): string {
  const { sign, yuan, cents } = yuanParts(fen)
  return `${fen > 0 ? '+' : sign}¥${yuan}.${cents}`
}

/** What the settings would have made of the last thirty days. Nothing was moved by looking. */
export function PreviewCard({ preview, onOrder }: Props) {
  const { orders, changed, isExact, staff, examples } = preview
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? examples : examples.slice(0, FEW)
  return (
    <Card title="近 30 天如果这样算" className="preview-card">
      <View className="preview-card__sum">
        {orders} 单里有 <View className="preview-card__count">{changed}</View> 单会换人
      </View>
      {!isExact && (
        <View className="preview-card__note">时间放长了，更早的线索当时没有记在订单上，实际可能更多</View>
      )}
      {staff.map((it) => {
        const change = it.salesAfterFen - it.salesBeforeFen
        return (
          <View key={it.staffId ?? 'nobody'} className="preview-card__one">
            <Avatar name={it.name} size="small" />
            <View className="preview-card__words">
              <View className="preview-card__name">{it.name}</View>
              <View className="preview-card__note">
                转出 {it.ordersBefore} 单 · 转入 {it.ordersAfter} 单
              </View>
            </View>
            <View
              className={cls('preview-card__change', change < 0 ? 'preview-card__change--less' : undefined)}
            >
              {signed(change)}
            </View>
          </View>
        )
      })}
      {shown.map((it) => (
        <View
          key={it.orderId}
          className="preview-card__example"
          hoverClass="preview-card__example--pressed"
          onClick={() => onOrder(it.orderId)}
        >
          <View className="preview-card__note">
            {momentText(it.createdAt)} · {it.number}
          </View>
          <View className="preview-card__before">原来：{it.before}</View>
          <View className="preview-card__after">会变成：{it.after}</View>
        </View>
      ))}
      {shown.length < examples.length && (
        <Button kind="text" isBlock onTap={() => setWhole(true)} className="preview-card__more">
          再看 {examples.length - shown.length} 单
        </Button>
      )}
    </Card>
  )
}
