import { next, type OrderActor, type OrderEvent, type OrderState } from '@domain/order/flow'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { orderEvents, orders } from '../../schema/order'

/** When an order reached a state is kept on its row, for lists and figures. */
const MOMENT_OF: Partial<Record<OrderState, 'paidAt' | 'closedAt' | 'shippedAt' | 'receivedAt'>> = {
  paid: 'paidAt',
  closed: 'closedAt',
  shipped: 'shippedAt',
  received: 'receivedAt',
}

export interface Move {
  readonly event: OrderEvent
  readonly actor: OrderActor
  readonly at: number
  readonly note?: string
}

/**
 * Moves an order by the domain's table and writes its history, by compare-and-set. Call with the order locked and its
 * state checked: a move the table refuses, or a state that is no longer `from`, is a broken promise and throws.
 */
export async function moveOrder(
  tx: Tx,
  { ids }: Pick<Deps, 'ids'>,
  order: { readonly id: string; readonly state: OrderState },
  { event, actor, at, note }: Move,
): Promise<OrderState> {
  const to = next(order.state, event, actor)
  if (!to.ok) throw new Error(`${actor} may not ${event} an order that is ${order.state}`)
  const moment = MOMENT_OF[to.value]
  const moved = await tx
    .update(orders)
    .set({ state: to.value, ...(moment && to.value !== order.state && { [moment]: at }) })
    .where(and(eq(orders.id, order.id), eq(orders.state, order.state)))
    .returning({ id: orders.id })
  if (moved.length === 0) throw new Error(`order ${order.id} is no longer ${order.state}`)
  await noteEvent(tx, { ids }, order, { event, actor, at, note }, to.value)
  return to.value
}

/** A line of the order's history. `create` is the only event that comes from nothing. */
export async function noteEvent(
  tx: Tx,
  { ids }: Pick<Deps, 'ids'>,
  order: { readonly id: string; readonly state: OrderState | null },
  { event, actor, at, note }: Omit<Move, 'event'> & { readonly event: OrderEvent | 'create' },
  toState: OrderState,
): Promise<void> {
  const id = ids.next()
  await tx
    .insert(orderEvents)
    .values({ id, orderId: order.id, at, event, fromState: order.state, toState, actor, note })
}
