import type { OrderView } from '@contract/order'
import { Text, View } from '@tarojs/components'
import { cls } from '../../ui/cls'
import { Countdown } from '../../ui/countdown'
import { Icon } from '../../ui/icon'
import { closedText, STATE_WORDS } from './order-text'
import './state-head.scss'

interface Props {
  readonly order: OrderView
  /** The time to pay is over. */
  readonly onTimeUp: () => void
}

/** Where the order stands, in one large word and one sentence. */
export function StateHead({ order, onTimeUp }: Props) {
  const { icon, title, text } = STATE_WORDS[order.state]
  return (
    <View className={cls('state-head', `state-head--${order.state}`)}>
      <View className="state-head__words">
        <View className="order-detail__state">{title}</View>
        <View className="state-head__text">
          {order.state === 'unpaid' ? <Remaining order={order} onTimeUp={onTimeUp} /> : null}
          {order.state === 'closed' ? closedText(order.timeline) : text}
        </View>
      </View>
      <View className="state-head__icon">
        <Icon name={icon} size="head" />
      </View>
    </View>
  )
}

function Remaining({ order, onTimeUp }: Props) {
  if (!order.actions.includes('pay')) return <Text>付款时间已过，正在关闭</Text>
  return (
    <>
      <Text>库存已留好，请在 </Text>
      <Text className="state-head__left">
        <Countdown until={order.expiresAt} onEnd={onTimeUp} />
      </Text>
      <Text> 内付款</Text>
    </>
  )
}
