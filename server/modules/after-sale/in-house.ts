import type { UnitOf } from '@domain/order/refund'
import type { Queryable } from '../../platform/database'
import type { OrderRow } from '../order/store'
import { unitsInParcels } from './parcels'
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
  const away = await unitsInParcels(db, order.id)
  if (away === null) return hasShipped(order) ? [] : [...units]
  const sent = new Set(away.map(({ lineId, unit }) => `${lineId}#${unit}`))
  return units.filter(({ lineId, unit }) => !sent.has(`${lineId}#${unit}`))
}
