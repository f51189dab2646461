import type { ManagedInvoice } from '@contract/invoice'
import { dayText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { copy } from '../../../platform/feedback'
import { Banner } from '../../../ui/banner'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Price } from '../../../ui/price'
import { Tag } from '../../../ui/tag'
import { yuanText } from '../../../ui/yuan'
import './invoice-card.scss'

interface Props {
  readonly invoice: ManagedInvoice
  readonly onIssue: () => void
}

const STATES = { requested: '待开票', issued: '已开票', withdrawn: '已撤回' } as const

/** Everything that has to be typed into the tax office's program, each copied by a tap. */
export function InvoiceCard({ invoice, onIssue }: Props) {
  const { state, titleKind, title, taxNumber, email, amountFen, amountNowFen, number, order } = invoice
  const owed = state === 'requested' ? amountNowFen : amountFen
  return (
    <Card className="invoice-card">
      <View className="invoice-card__head">
        <View className="invoice-card__day">
          {dayText(invoice.requestedAt)}申请 · {titleKind === 'company' ? '单位' : '个人'}
        </View>
        <Tag tone={state === 'requested' ? 'accent' : state === 'issued' ? 'good' : 'plain'}>
          {STATES[state]}
        </Tag>
      </View>
      <Row name="抬头" value={title} />
      {taxNumber && <Row name="税号" value={taxNumber} />}
      {email && <Row name="邮箱" value={email} />}
      <Row name="订单" value={order.number} />
      {number && <Row name="发票号" value={number} />}
      {state === 'issued' && amountNowFen !== amountFen && (
        <Banner tone="warning" icon="warn">
          开票后有退款，现在应为 {yuanText(amountNowFen)}，需要冲红重开
        </Banner>
      )}
      <View className="invoice-card__foot">
        <Price fen={owed} />
        {state === 'requested' && (
          <Button size="small" onTap={onIssue} className="invoice-card__issue">
            已开好，填号码
          </Button>
        )}
      </View>
    </Card>
  )
}

const Row = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <View
    className="invoice-card__row"
    hoverClass="invoice-card__row--pressed"
    ariaRole="button"
    ariaLabel={`复制${name}`}
    onClick={() => void copy(value)}
  >
    <View className="invoice-card__name">{name}</View>
    <View className="invoice-card__value">{value}</View>
    <View className="invoice-card__copy">复制</View>
  </View>
)
