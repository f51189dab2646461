import type { UnitOf } from '@domain/order/refund'
import { eq } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { shipments } from '../../schema/shipment'
import { unitsOf } from '../payment/refund-store'

/** Of these units, those that are in no parcel: they never left, so they are back on the shelf at once. */
export async function unitsInHouse(
  db: Queryable,
  orderId: string,
  units: readonly UnitOf[],
): Promise<UnitOf[]> {
  const parcels = await db
    .select({ units: shipments.units })
    .from(shipments)
    .where(eq(shipments.orderId, orderId))
  const sent = new Set(
    parcels.flatMap((parcel) => unitsOf(parcel.units)).map(({ lineId, unit }) => `${lineId}#${unit}`),
  )
  return units.filter(({ lineId, unit }) => !sent.has(`${lineId}#${unit}`))
}
