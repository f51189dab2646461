import type { OrderView } from '@contract/order'
import { momentText } from '@domain/shop-time'
import { Card } from '../../ui/card'
import { Timeline } from '../../ui/timeline'
import { eventText } from './order-text'

/** The next steps that will come, so that nobody has to ask. */
const AHEAD: Partial<Record<OrderView['state'], readonly string[]>> = {
  unpaid: ['付款', '发货', '收货'],
  paid: ['发货', '收货'],
  shipped: ['收货'],
}

/** What happened to an order and what comes next. */
export function OrderHistory({ order }: { readonly order: OrderView }) {
  const last = order.timeline.length - 1
  const done = order.timeline.map(({ event, at }, place) => ({
    key: `${event}-${at}`,
    title: eventText(event),
    note: momentText(at),
    state: place === last ? ('now' as const) : ('done' as const),
  }))
  const ahead = (AHEAD[order.state] ?? []).map((title) => ({ key: title, title, state: 'next' as const }))
  return (
    <Card title="订单进度">
      <Timeline items={[...done, ...ahead]} />
    </Card>
  )
}
