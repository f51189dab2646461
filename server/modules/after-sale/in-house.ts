import type { UnitOf } from '@domain/order/refund'
import { eq } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { shipments } from '../../schema/shipment'
import type { OrderRow } from '../order/store'
import { unitsOf } from '../payment/refund-store'
import { hasShipped } from './standing'

/**
 * Of these units, those that are in no parcel: they never left, so they are back on the shelf at once. An order that
 * was shipped and whose parcels nobody wrote down has left as a whole.
 */
export async function unitsInHouse(
  db: Queryable,
  order: OrderRow,
  units: readonly UnitOf[],
): Promise<UnitOf[]> {
  const parcels = await db
    .select({ units: shipments.units })
    .from(shipments)
    .where(eq(shipments.orderId, order.id))
  if (parcels.length === 0) return hasShipped(order) ? [] : [...units]
  const sent = new Set(
    parcels.flatMap((parcel) => unitsOf(parcel.units)).map(({ lineId, unit }) => `${lineId}#${unit}`),
  )
  return units.filter(({ lineId, unit }) => !sent.has(`${lineId}#${unit}`))
}
