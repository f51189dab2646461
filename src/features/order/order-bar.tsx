import type { OrderView } from '@contract/order'
import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import './order-bar.scss'

type Action = OrderView['actions'][number]

interface Props {
  readonly order: OrderView
  readonly busy: Action | null
  readonly onAct: (action: Action) => void
}

const WORDS: Readonly<Record<Action, string>> = {
  pay: '去支付',
  cancel: '取消订单',
  confirm_receipt: '确认收货',
  refund: '申请退款',
  ask_refund: '申请售后',
  buy_again: '再次购买',
}

/** From the quiet end of the bar to the thumb: what is done least often first, the next step last. */
const DRAWN: readonly Action[] = ['cancel', 'refund', 'ask_refund', 'buy_again', 'confirm_receipt', 'pay']

/** The step that is next; asking for money back is never pushed, nor buying again while the goods are on their way. */
function nextStep({ actions, state }: OrderView): Action | undefined {
  const isOver = state === 'received' || state === 'closed' || state === 'refunded'
  const steps: readonly Action[] = isOver ? ['buy_again'] : ['pay', 'confirm_receipt']
  return steps.find((it) => actions.includes(it))
}

/** What can be done now, as the shop says; the next step is the one filled button. */
export function OrderBar({ order, busy, onAct }: Props) {
  const main = nextStep(order)
  return (
    <>
      <View className="order-bar__gap" />
      {DRAWN.filter((action) => order.actions.includes(action)).map((action) => (
        <Button
          key={action}
          kind={action === main ? 'fill' : 'line'}
          isLoading={busy === action}
          onTap={() => onAct(action)}
          className={`order-bar__one order-detail__${action}`}
        >
          {WORDS[action]}
        </Button>
      ))}
    </>
  )
}
