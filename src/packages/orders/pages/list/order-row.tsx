import type { OrderSummary } from '@contract/order'
import { STATE_WORDS } from '../../../../features/after-sale/words'
import { OrderCard } from '../../../../features/order/order-card'
import { usePay } from '../../../../features/order/use-pay'
import { useReceive } from '../../../../features/order/use-receive'
import { errorText } from '../../../../platform/error-text'
import { toast } from '../../../../platform/feedback'
import { go } from '../../../../platform/navigate'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'
import { useBuyAgain } from '../../use-buy-again'

interface Props {
  readonly order: OrderSummary
  readonly reload: () => Promise<void>
}

/** One order of the list with what can be done about it from here. */
export function OrderRow({ order, reload }: Props) {
  const { id } = order
  const open = () => go('order', { id })
  const paying = usePay()
  const receiving = useReceive(() => void reload())
  const again = useBuyAgain()
  const pay = async () => {
    const end = await paying.run(id)
    if (end?.kind === 'paid' || end?.kind === 'unsure') open()
    else await reload()
  }
  const buyAgain = useAction(async () => {
    const whole = await call('GET /orders/:id', { params: { id } })
    if (whole.ok) await again.run(whole.value.lines)
    else toast(errorText(whole.error))
  })
  return (
    <OrderCard
      order={order}
      isBusy={paying.isBusy || receiving.isBusy || buyAgain.isBusy}
      afterSale={order.afterSale && STATE_WORDS[order.afterSale].short}
      onOpen={open}
      onPay={() => void pay()}
      onReceive={() => void receiving.run(id)}
      onBuyAgain={() => void buyAgain.run()}
      onTimeUp={() => void reload()}
    />
  )
}
