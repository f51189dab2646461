import * as contract from '@contract/order'
import { ok, refuse } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { mount } from '../../platform/mount'
import { findOrder, getOrder } from '../order/store'
import { orderView } from '../order/view'
import { takeNotification } from './notify'
import { payOrder } from './prepay'
import { settlePayment } from './settle'
import { findPayment } from './store'
import { orUnavailable } from './unavailable'
import { registerPaymentJobs } from './work'

/** Paying an order, learning that it was paid, and what the clock does about orders that were not. */
export function mountPayment(app: FastifyInstance, deps: Deps): void {
  registerPaymentJobs(deps)
  mount(app, deps, contract.payOrder, ({ caller, params, nowMs }) =>
    orUnavailable(deps, () => payOrder(deps, caller.memberId, params.id, nowMs)),
  )
  mount(app, deps, contract.settleOrder, ({ caller, params, nowMs }) =>
    orUnavailable(deps, async () => {
      const order = await findOrder(deps.db, caller.memberId, params.id)
      if (!order) return refuse(NOT_FOUND)
      const payment = await findPayment(deps.db, order.id)
      if (payment && payment.state !== 'paid') await settlePayment(deps, order.number, nowMs)
      return ok(await orderView(deps, await getOrder(deps.db, order.id), nowMs))
    }),
  )
  mount(app, deps, contract.payNotification, async ({ headers, rawBody, nowMs }) => {
    const taken = await takeNotification(deps, headers, rawBody, nowMs)
    return taken.ok ? ok({ code: 'SUCCESS', message: '成功' }) : taken
  })
}
