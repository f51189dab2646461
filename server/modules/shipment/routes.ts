import * as contract from '@contract/shipment'
import { ok, refuse } from '@domain/result'
import { DELIVERY_COMPANIES } from '@domain/shipment/companies'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { mount } from '../../platform/mount'
import { registerMaturing } from '../ledger/mature'
import { findOrder, type OrderRow } from '../order/store'
import { orderView } from '../order/view'
import { correctParcel } from './correct'
import { UPLOAD_SHIPPING, WATCH_RECEIPT } from './jobs'
import { listToShip } from './list'
import { confirmReceipt, watchReceipt } from './receipt'
import { shipOrder } from './ship'
import { findAnyOrder } from './store'
import { uploadShipping } from './upload'
import { memberParcels, packedOf, shippingOrder } from './view'

/** Parcels: sent by the manager, told to WeChat, seen and confirmed by the member. */
export function mountShipment(app: FastifyInstance, deps: Deps): void {
  // Money stays frozen at WeChat until it knows of the parcels, so this one is never given up by itself.
  deps.jobs.register(UPLOAD_SHIPPING, (job) => uploadShipping(deps, job), { persists: true })
  deps.jobs.register(WATCH_RECEIPT, (job, nowMs) => watchReceipt(deps, job, nowMs), { persists: true })
  registerMaturing(deps)

  mount(app, deps, contract.getParcels, async ({ caller, params }) => {
    const order = await findOrder(deps.db, caller.memberId, params.id)
    return order ? ok(await memberParcels(deps, order)) : refuse(NOT_FOUND)
  })
  mount(app, deps, contract.confirmReceipt, async ({ caller, params, nowMs }) => {
    const confirmed = await confirmReceipt(deps, caller.memberId, params.id, nowMs)
    if (!confirmed.ok) return confirmed
    const { received, order } = confirmed.value
    return ok({ received, order: await orderView(deps, order, nowMs) })
  })

  const shown = async (order: OrderRow, nowMs: number) => {
    const packed = await packedOf(deps.db, [order.id])
    return ok(shippingOrder(deps.config, order, packed.get(order.id)!, nowMs))
  }
  mount(app, deps, contract.listDeliveryCompanies, async () => ok({ items: [...DELIVERY_COMPANIES] }))
  mount(app, deps, contract.listShipping, async ({ query, nowMs }) =>
    ok(await listToShip(deps, query, nowMs)),
  )
  mount(app, deps, contract.getShipping, async ({ params, nowMs }) => {
    const order = await findAnyOrder(deps.db, params.id)
    return order?.paidAt ? shown(order, nowMs) : refuse(NOT_FOUND)
  })
  mount(app, deps, contract.shipOrder, async ({ caller, params, body, nowMs }) => {
    const { staffId } = caller.staff
    const shipped = await shipOrder(deps, { orderId: params.id, staffId, ...body }, nowMs)
    return shipped.ok ? shown(shipped.value, nowMs) : shipped
  })
  mount(app, deps, contract.correctParcel, async ({ caller, params, body, nowMs }) => {
    const { staffId } = caller.staff
    const corrected = await correctParcel(deps, { parcelId: params.id, staffId, ...body }, nowMs)
    return corrected.ok ? shown(corrected.value, nowMs) : corrected
  })
}
