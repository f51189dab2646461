import type { CreditedOrderDetail } from '@contract/staff'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { cls } from '../../../ui/cls'
import { Price } from '../../../ui/price'
import { Tag } from '../../../ui/tag'
import './ledger-lines.scss'

type Line = CreditedOrderDetail['ledger'][number]

const KINDS = {
  earned: { text: '入账', tone: 'good' },
  matured: { text: '确认', tone: 'plain' },
  reversed: { text: '冲回', tone: 'bad' },
  corrected: { text: '更正', tone: 'warning' },
} as const satisfies Record<Line['kind'], unknown>

/** The ledger's lines of one order in the order they were booked, and what they come to. */
export function LedgerLines({ lines }: { readonly lines: readonly Line[] }) {
  const totalFen = lines.reduce((sum, line) => sum + line.amountFen, 0)
  return (
    <Card title="账本" className="ledger-lines">
      {lines.length === 0 && <View className="ledger-lines__none">付款之后才会入账</View>}
      {lines.map((line, place) => (
        <LedgerLine key={`${line.kind}-${line.at}-${place.toString()}`} {...line} />
      ))}
      {lines.length > 1 && (
        <View className="ledger-lines__total">
          合计
          <Price fen={totalFen} size="body" tone="ink" />
        </View>
      )}
    </Card>
  )
}

function LedgerLine({ kind, lineTitle, amountFen, units, staffName, at }: Line) {
  const { text, tone } = KINDS[kind]
  return (
    <View className={cls('ledger-line', `ledger-line--${kind}`)}>
      <Tag tone={tone}>{text}</Tag>
      <View className="ledger-line__words">
        <View className="ledger-line__title">{lineTitle}</View>
        <View className="ledger-line__note">
          {momentText(at)} · {units} 件 · {staffName ?? '不计业绩'}
        </View>
      </View>
      {kind === 'matured' ? (
        <View className="ledger-line__final">不再变动</View>
      ) : (
        <View className="ledger-line__amount">
          {amountFen > 0 && '+'}
          <Price fen={amountFen} size="body" tone="ink" />
        </View>
      )}
    </View>
  )
}
