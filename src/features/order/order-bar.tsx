import type { OrderView } from '@contract/order'
import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import './order-bar.scss'

interface Props {
  readonly order: OrderView
  readonly busy: 'pay' | 'cancel' | 'buy_again' | null
  readonly onPay: () => void
  readonly onCancel: () => void
  readonly onBuyAgain: () => void
}

/** What can be done now, as the shop says; the next step is the one filled button. */
export function OrderBar({ order, busy, onPay, onCancel, onBuyAgain }: Props) {
  const may = (action: OrderView['actions'][number]) => order.actions.includes(action)
  return (
    <>
      <View className="order-bar__gap" />
      {may('cancel') && (
        <Button kind="line" isLoading={busy === 'cancel'} onTap={onCancel} className="order-detail__cancel">
          取消订单
        </Button>
      )}
      {may('buy_again') && (
        <Button
          kind={may('pay') ? 'line' : 'tint'}
          isLoading={busy === 'buy_again'}
          onTap={onBuyAgain}
          className="order-detail__again"
        >
          再次购买
        </Button>
      )}
      {may('pay') && (
        <Button isLoading={busy === 'pay'} onTap={onPay} className="order-detail__pay">
          去支付
        </Button>
      )}
    </>
  )
}
