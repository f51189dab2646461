import type { UnitOf } from '@domain/order/refund'
import { eq } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { shipments } from '../../schema/shipment'
import { unitsOf } from '../payment/refund-store'

/** The units of an order that are in its parcels; null where nobody wrote a parcel down. */
export async function unitsInParcels(db: Queryable, orderId: string): Promise<UnitOf[] | null> {
  const parcels = await db
    .select({ units: shipments.units })
    .from(shipments)
    .where(eq(shipments.orderId, orderId))
  return parcels.length === 0 ? null : parcels.flatMap((parcel) => unitsOf(parcel.units))
}
