import type { MemberDetail } from '@contract/member-care'
import { dayNumberOf } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { serverNow } from '../../../platform/clock'
import { Avatar } from '../../../ui/avatar'
import { Card } from '../../../ui/card'
import { Price } from '../../../ui/price'
import { Tag } from '../../../ui/tag'
import { FigureRow } from '../figure-row'
import './member-head.scss'
import { agoText, stageWords } from './words'

/** Who it is, as far as staff may know, and what they came to with me. */
export function MemberHead({ member }: { readonly member: MemberDetail }) {
  const { maskedName, maskedPhone, lifecycle, isCooling, orders, netSpentFen, lastPaidAt, lastOpenAt } =
    member
  const { text, tone } = stageWords(lifecycle)
  const now = serverNow()
  return (
    <Card className="member-head">
      <View className="member-head__top">
        <Avatar name={maskedName} size="large" />
        <View className="member-head__words">
          <View className="member-head__name">
            {maskedName}
            <Tag tone={tone}>{text}</Tag>
            {isCooling && <Tag>刚联系过</Tag>}
          </View>
          <View className="member-head__note">
            {maskedPhone ?? '没有留电话'} · {servedText(member.boundSince, now)}
          </View>
        </View>
      </View>
      <FigureRow
        items={[
          { name: '订单', value: orders },
          {
            name: '成交',
            value: <Price fen={netSpentFen} size="body" tone="ink" />,
            isStrong: netSpentFen > 0,
          },
          { name: '上次付款', value: lastPaidAt === null ? '—' : agoText(lastPaidAt, now) },
          { name: '上次来', value: lastOpenAt === null ? '—' : agoText(lastOpenAt, now) },
        ]}
      />
    </Card>
  )
}

function servedText(since: number, nowMs: number): string {
  const days = dayNumberOf(nowMs) - dayNumberOf(since)
  return days < 1 ? '今天起由你服务' : `由你服务 ${days} 天`
}
