import type { Refusal } from '@contract/errors'
import * as contract from '@contract/order'
import { ok, type Result, refuse } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { mount } from '../../platform/mount'
import { closeUnpaid } from '../payment/close'
import { orUnavailable } from '../payment/unavailable'
import { listMyOrders } from './list'
import { placeOrder } from './place'
import { findOrder, getOrder } from './store'
import { orderView } from './view'

/** A member's orders. Anybody else's does not exist for them. */
export function mountOrder(app: FastifyInstance, deps: Deps): void {
  mount(app, deps, contract.createOrder, async ({ caller, body, nowMs }) => {
    const { memberId, sessionId } = caller
    const placed = await placeOrder(deps, { memberId, sessionId, request: body, nowMs })
    return placed.ok ? ok(await orderView(deps, placed.value, nowMs)) : placed
  })
  mount(app, deps, contract.getOrder, async ({ caller, params, nowMs }) => {
    const order = await findOrder(deps.db, caller.memberId, params.id)
    return order ? ok(await orderView(deps, order, nowMs)) : refuse(NOT_FOUND)
  })
  mount(app, deps, contract.listOrders, async ({ caller, query, nowMs }) =>
    ok(await listMyOrders(deps, caller.memberId, query, nowMs)),
  )
  mount(app, deps, contract.cancelOrder, ({ caller, params, nowMs }) =>
    orUnavailable(deps, () => cancel(deps, caller.memberId, params.id, nowMs)),
  )
}

/** Cancelling what is closed already is no fault; what is paid, or was paid meanwhile, stays. */
async function cancel(
  deps: Deps,
  memberId: string,
  orderId: string,
  nowMs: number,
): Promise<Result<contract.OrderView, Refusal>> {
  const order = await findOrder(deps.db, memberId, orderId)
  if (!order) return refuse(NOT_FOUND)
  const state = await closeUnpaid(deps, order.id, { event: 'cancel', actor: 'member' }, nowMs)
  if (state === 'closed') return ok(await orderView(deps, await getOrder(deps.db, order.id), nowMs))
  return refuse({ code: 'order.state_refused', message: `The order is ${state}.`, detail: { state } })
}
