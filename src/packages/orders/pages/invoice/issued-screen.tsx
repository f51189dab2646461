import type { InvoiceView } from '@contract/invoice'
import { dayText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Shell } from '../../../../features/shell/shell'
import { copy } from '../../../../platform/feedback'
import { Card } from '../../../../ui/card'
import { Cell } from '../../../../ui/cell'
import { Price } from '../../../../ui/price'
import './index.scss'

/** An invoice that is made out. */
export function IssuedScreen({ invoice }: { readonly invoice: InvoiceView }) {
  const { number, title, taxNumber, email, amountFen, issuedAt } = invoice
  return (
    <Shell className="invoice">
      <View className="invoice__head">
        <View className="invoice__name">已开票{issuedAt === null ? '' : ` · ${dayText(issuedAt)}`}</View>
        <Price fen={amountFen} size="figure" tone="ink" />
        {email && <View className="invoice__note">电子发票已发到 {email}</View>}
      </View>
      <Card isFlush>
        {number && <Cell title="发票号码" value={number} onTap={() => void copy(number)} />}
        <Cell title="抬头" value={title} />
        {taxNumber && <Cell title="税号" value={taxNumber} />}
      </Card>
    </Shell>
  )
}
