import type { OrderView } from '@contract/order'
import { assetUrl } from '../../platform/api-address'
import { urlOf } from '../../routes'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { invoiceWord } from './invoice-text'
import { useInvoice } from './use-invoice'

interface Props {
  readonly order: OrderView
  readonly onInvoice: () => void
}

/** Who to ask and the paper for it: customer service knows the order by its card, and whom the member belongs to. */
export function OrderHelp({ order, onInvoice }: Props) {
  const invoice = useInvoice(order.paidAt === null ? null : order.id)
  const word = invoice.status === 'ready' ? invoiceWord(invoice.value) : null
  const [first] = order.lines
  const staff = order.servingStaff ? `|staff:${order.servingStaff.staffId}` : ''
  return (
    <Card isFlush className="order-help">
      {word && <Cell icon="card" title="发票" value={word} onTap={onInvoice} />}
      <Cell
        icon="chat"
        title="联系客服"
        note="会带上这一单，不用再报订单号"
        openType="contact"
        native={{
          sessionFrom: `order:${order.number}${staff}`,
          sendMessageTitle: `订单 ${order.number}${first ? ` · ${first.title}` : ''}`,
          sendMessagePath: urlOf('order', { id: order.id }),
          sendMessageImg: first && assetUrl(first.picture.small),
          showMessageCard: true,
        }}
      />
    </Card>
  )
}
