import { countUnits } from '@domain/shipment/parcels'
import { enqueue } from '../../platform/jobs/queue'
import { oweMaturing } from '../ledger/mature'
import type { OrderHooks } from '../order/hook-types'
import { uploadJob } from './jobs'
import { noteRevision } from './store'
import { leftToShip, packedOf } from './view'

/** What parcels have to do with an order's life. */
export const shipmentHooks: OrderHooks = {
  // Receipt sets the day on which the order's credit is final.
  onOrderReceived: (tx, deps, { order, at }) => oweMaturing(tx, deps, order.id, at),
  // Money went back for what was not sent yet: the parcels that left were all there is, and WeChat learns it.
  async onOrderRefunded(tx, deps, { order, at, isLast }) {
    if (isLast) return
    const packed = (await packedOf(tx, [order.id])).get(order.id)!
    const { shipping } = packed
    if (!shipping || shipping.revision === 0 || shipping.completedAt !== null) return
    if (countUnits(leftToShip(packed)) > 0) return
    const change = { orderId: order.id, isSplit: true, completedAt: at, nowMs: at }
    const { revision } = await noteRevision(tx, change)
    await enqueue(tx, uploadJob(deps, { orderId: order.id, revision }, at))
  },
}
