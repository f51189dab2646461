import type { AfterSaleView } from '@contract/after-sale'
import { dayText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Price } from '../../ui/price'
import { Tag } from '../../ui/tag'
import { RequestLines } from './request-lines'
import { KIND_WORDS, STATE_WORDS } from './words'
import './request-card.scss'

interface Props {
  readonly request: AfterSaleView
  readonly onOpen: () => void
}

/** A request in the list: what goes back, how much, where it stands. */
export function RequestCard({ request, onOpen }: Props) {
  const { kind, state, createdAt, lines, amountFen } = request
  const { tone, short } = STATE_WORDS[state]
  return (
    <Card className="request-card" onTap={onOpen}>
      <View className="request-card__head">
        <View className="request-card__day">
          {dayText(createdAt)} · {KIND_WORDS[kind]}
        </View>
        <Tag tone={tone}>{short}</Tag>
      </View>
      <RequestLines lines={lines} />
      <View className="request-card__foot">
        <View>{state === 'refunded' || state === 'refunding' ? '退回' : '申请退回'}</View>
        <Price fen={amountFen} size="body" tone="ink" />
      </View>
    </Card>
  )
}
