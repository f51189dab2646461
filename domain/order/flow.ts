import { ok, type Result, refuse } from '../result'

/** Every state of an order and every move out of it. The same table draws the buttons. */
export const ORDER_FLOW = {
  unpaid: { pay: 'paid', cancel: 'closed', expire: 'closed' },
  paid: { ship: 'shipped', refundPart: 'paid', refundAll: 'refunded' },
  shipped: { receive: 'received', refundPart: 'shipped', refundAll: 'refunded' },
  received: { refundPart: 'received', refundAll: 'refunded' },
  // WeChat may confirm a payment after we closed the order: re-reserve if stock allows, else give it back.
  closed: { payLate: 'paid', payTooLate: 'refunded' },
  refunded: {},
} as const satisfies Record<string, Record<string, string>>

export type OrderState = keyof typeof ORDER_FLOW
type EventOf<S extends OrderState> = keyof (typeof ORDER_FLOW)[S]
export type OrderEvent = { [S in OrderState]: EventOf<S> }[OrderState]

/** `wechat`: a verified notification or query. `clock`: a job of ours. */
export type OrderActor = 'member' | 'staff' | 'manager' | 'wechat' | 'clock'

/** Who may fire each move. Before shipment the member takes the money back alone; later the manager agrees. */
export const ORDER_ACTORS = {
  unpaid: { pay: ['wechat'], cancel: ['member', 'manager'], expire: ['clock'] },
  paid: { ship: ['manager'], refundPart: ['member', 'manager'], refundAll: ['member', 'manager'] },
  shipped: {
    receive: ['member', 'wechat', 'clock'],
    refundPart: ['manager'],
    refundAll: ['manager'],
  },
  received: { refundPart: ['manager'], refundAll: ['manager'] },
  closed: { payLate: ['wechat'], payTooLate: ['wechat'] },
  refunded: {},
} as const satisfies { [S in OrderState]: Record<EventOf<S>, readonly OrderActor[]> }

export const ORDER_STATES = Object.keys(ORDER_FLOW) as OrderState[]

export type OrderMoveError = {
  readonly code: 'order.state_refused' | 'order.actor_refused'
  readonly state: OrderState
  readonly event: OrderEvent
}

/** Where `event`, fired by `actor`, takes an order; a refused move is a typed answer, never silence. */
export function next(
  state: OrderState,
  event: OrderEvent,
  actor: OrderActor,
): Result<OrderState, OrderMoveError> {
  const moves: Partial<Record<OrderEvent, OrderState>> = ORDER_FLOW[state]
  const to = moves[event]
  if (!to) return refuse({ code: 'order.state_refused', state, event })
  if (!mayFire(state, event, actor)) return refuse({ code: 'order.actor_refused', state, event })
  return ok(to)
}

export function mayFire(state: OrderState, event: OrderEvent, actor: OrderActor): boolean {
  const actors: Partial<Record<OrderEvent, readonly OrderActor[]>> = ORDER_ACTORS[state]
  return actors[event]?.includes(actor) ?? false
}

/** States in which the goods are paid and not all given back: what figures and levels count. */
export const isLive = (state: OrderState): boolean =>
  state === 'paid' || state === 'shipped' || state === 'received'
