import type { MeView } from '@contract/session'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { IconButton } from '../../ui/icon-button'
import './order-states.scss'

type Counts = MeView['orderCounts']

interface Props {
  /** null while unknown: the ways to the orders stand all the same. */
  readonly counts: Counts | null
  readonly onOpen: (state?: keyof Counts | 'after_sale') => void
}

const STATES = [
  { state: 'unpaid', icon: 'wallet', label: '待付款' },
  { state: 'paid', icon: 'box', label: '待发货' },
  { state: 'shipped', icon: 'truck', label: '待收货' },
  { state: 'received', icon: 'check', label: '已完成' },
  { state: 'after_sale', icon: 'return', label: '售后' },
] as const

/** My orders by state. Only what waits for somebody carries a number. */
export function OrderStates({ counts, onOpen }: Props) {
  return (
    <Card
      title="我的订单"
      extra={
        <View className="order-states__all" hoverClass="order-states__all--pressed" onClick={() => onOpen()}>
          全部
          <Icon name="arrow" size="note" />
        </View>
      }
      className="order-states"
    >
      <View className="order-states__row">
        {STATES.map(({ state, icon, label }) => (
          <IconButton
            key={state}
            icon={icon}
            label={label}
            count={state === 'received' || state === 'after_sale' ? 0 : (counts?.[state] ?? 0)}
            className={`order-states__one order-states__one--${state}`}
            onTap={() => onOpen(state)}
          />
        ))}
      </View>
    </Card>
  )
}
