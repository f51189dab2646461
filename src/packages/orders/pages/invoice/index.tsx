import type { OrderInvoice } from '@contract/invoice'
import { useInvoice } from '../../../../features/order/use-invoice'
import { Shell } from '../../../../features/shell/shell'
import { goBack } from '../../../../platform/navigate'
import { usePageShow, useRouterParams } from '../../../../platform/page'
import { Loadable } from '../../../../ui/loadable'
import { StateView } from '../../../../ui/state-view'
import { InvoiceScreen } from './invoice-screen'
import { IssuedScreen } from './issued-screen'

const FAILED = { 'thing.not_found': { title: '没有找到这个订单', text: '请从「我的订单」里再看看' } }

const standing = ({ invoice }: OrderInvoice) => invoice?.state ?? 'none'

/** The invoice of an order: asked for, changed, taken back, read. */
export default function InvoicePage() {
  const { order } = useRouterParams()
  const invoice = useInvoice(order)
  usePageShow(() => void invoice.reload())
  if (!order || invoice.status !== 'ready') {
    return (
      <Shell>
        <Loadable of={invoice} failed={FAILED} />
      </Shell>
    )
  }
  const { value } = invoice
  if (value.invoice?.state === 'issued') return <IssuedScreen invoice={value.invoice} />
  if (!value.mayRequest) {
    return (
      <Shell>
        <StateView
          art="card"
          title="这一单现在不能开票"
          text="付款后、没有全部退款的订单可以开票"
          action={{ text: '返回', onTap: goBack }}
        />
      </Shell>
    )
  }
  return <InvoiceScreen key={standing(value)} orderId={order} standing={value} />
}
