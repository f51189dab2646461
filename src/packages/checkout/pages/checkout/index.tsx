import type { OrderView } from '@contract/order'
import { useEffect, useRef, useState } from 'react'
import { pickAddress } from '../../../../features/address/store'
import { readCart } from '../../../../features/cart/actions'
import { NotifyRow } from '../../../../features/notify/notify-row'
import { PayResult, type PayResultState } from '../../../../features/order/pay-result'
import { usePay } from '../../../../features/order/use-pay'
import { Shell } from '../../../../features/shell/shell'
import { go, goInstead, setTitle } from '../../../../platform/navigate'
import { CheckoutScreen } from './checkout-screen'
import { useWanted } from './use-wanted'

/** From a wish to an order to its money. Once an order stands, this page is about the money only. */
export default function CheckoutPage() {
  const wanted = useWanted()
  const paying = usePay()
  const isHere = useRef(true)
  const [order, setOrder] = useState<OrderView | null>(null)
  const [result, setResult] = useState<PayResultState | null>(null)

  useEffect(
    () => () => {
      isHere.current = false
      // Each order starts from the default address.
      pickAddress(null)
    },
    [],
  )

  const payFor = async (placed: OrderView) => {
    setOrder(placed)
    const end = await paying.run(placed.id)
    // Whoever went back meanwhile is not pulled away from where they are.
    if (!isHere.current) return
    if (end?.kind === 'paid' || end?.kind === 'unsure') {
      setTitle('支付结果')
      setResult(end.kind)
    } else {
      goInstead('order', { id: placed.id })
    }
  }
  const onPlaced = async (placed: OrderView) => {
    void readCart()
    await payFor(placed)
  }

  const state = paying.isAsking ? 'asking' : result
  if (order && state) {
    return (
      <Shell>
        <PayResult
          state={state}
          payableFen={order.payableFen}
          onOrder={() => goInstead('order', { id: order.id })}
          onHome={() => go('home')}
          onAskAgain={() =>
            void paying.ask(order.id).then((found) => found && goInstead('order', { id: order.id }))
          }
        >
          <NotifyRow moment="after_payment" text="发货时微信通知我" done="已开启，发货时会通知你" />
        </PayResult>
      </Shell>
    )
  }
  return <CheckoutScreen wanted={wanted} isPaying={order !== null} onPlaced={onPlaced} />
}
