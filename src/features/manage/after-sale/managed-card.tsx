import type { ManagedAfterSale } from '@contract/after-sale'
import { REFUND_REASONS } from '@domain/after-sale/reasons'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../../ui/card'
import { Price } from '../../../ui/price'
import { Quote } from '../../../ui/quote'
import { Tag } from '../../../ui/tag'
import './managed-card.scss'
import { moneyWords, STATE_WORDS } from './words'

interface Props {
  readonly request: ManagedAfterSale
  readonly onOpen: () => void
  /** What goes back, drawn. */
  readonly children: ReactNode
}

/** A request as a manager sees it in the list: who, what, why, how much, and where the money is stuck. */
export function ManagedCard({ request, onOpen, children }: Props) {
  const { member, kind, reason, note, state, createdAt, amountFen, money } = request
  const words = money && state === 'refunding' ? moneyWords(money) : null
  return (
    <Card className="managed-card" onTap={onOpen}>
      <View className="managed-card__head">
        <View className="managed-card__who">
          {member.name} {member.phone.slice(-4)} · {momentText(createdAt)}
        </View>
        {words ? (
          <Tag tone={words.tone}>{words.title}</Tag>
        ) : (
          <Tag tone={state === 'requested' ? 'accent' : 'plain'}>{STATE_WORDS[state]}</Tag>
        )}
      </View>
      {children}
      <View className="managed-card__why">
        <Quote>{[REFUND_REASONS[reason], note].filter(Boolean).join('：')}</Quote>
      </View>
      <View className="managed-card__foot">
        <View>{kind === 'return' ? '退货退款' : '仅退款'}</View>
        <Price fen={amountFen} size="body" tone="ink" />
      </View>
    </Card>
  )
}
