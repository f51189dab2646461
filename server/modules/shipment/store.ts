import type { LineUnits } from '@domain/shipment/parcels'
import { and, asc, eq, inArray, ne, notInArray, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../platform/database'
import { afterSales } from '../../schema/after-sale'
import { members } from '../../schema/member'
import { orders } from '../../schema/order'
import { payments, refunds } from '../../schema/payment'
import { shipments, shippings } from '../../schema/shipment'
import type { OrderRow } from '../order/store'

export type ParcelRow = typeof shipments.$inferSelect
export type ShippingRow = typeof shippings.$inferSelect

/** Any order of the shop; null where there is none. */
export async function findAnyOrder(db: Queryable, id: string): Promise<OrderRow | null> {
  const [row] = await db.select().from(orders).where(eq(orders.id, id))
  return row ?? null
}

/** Parcels of several orders at once, in their order on each. */
export const parcelsOf = (db: Queryable, orderIds: readonly string[]): Promise<ParcelRow[]> =>
  db
    .select()
    .from(shipments)
    .where(inArray(shipments.orderId, [...orderIds]))
    .orderBy(asc(shipments.orderId), asc(shipments.position))

export const shippingsOf = (db: Queryable, orderIds: readonly string[]): Promise<ShippingRow[]> =>
  db
    .select()
    .from(shippings)
    .where(inArray(shippings.orderId, [...orderIds]))

export async function findShipping(db: Queryable, orderId: string): Promise<ShippingRow | null> {
  const [row] = await shippingsOf(db, [orderId])
  return row ?? null
}

export interface GoneUnits {
  readonly orderId: string
  readonly units: readonly LineUnits[]
}

/** What was given back, or is being given back: none of it is to be sent. */
export async function goneUnitsOf(db: Queryable, orderIds: readonly string[]): Promise<GoneUnits[]> {
  const asked = await db
    .select({ orderId: afterSales.orderId, units: afterSales.units })
    .from(afterSales)
    .where(
      and(inArray(afterSales.orderId, [...orderIds]), notInArray(afterSales.state, ['refused', 'withdrawn'])),
    )
  const given = await db
    .select({ orderId: refunds.orderId, units: refunds.units })
    .from(refunds)
    .where(and(inArray(refunds.orderId, [...orderIds]), ne(refunds.state, 'closed')))
  return [...asked, ...given]
}

/** Whether another parcel carries this number: another customer's, or one of this very order. */
export async function isNumberUsed(
  db: Queryable,
  parcel: { readonly companyCode: string; readonly trackingNumber: string },
  { order, exceptId }: { readonly order: OrderRow; readonly exceptId: string | null },
): Promise<boolean> {
  const rows = await db
    .select({ id: shipments.id, orderId: shipments.orderId, memberId: orders.memberId })
    .from(shipments)
    .innerJoin(orders, eq(orders.id, shipments.orderId))
    .where(
      and(eq(shipments.trackingNumber, parcel.trackingNumber), eq(shipments.companyCode, parcel.companyCode)),
    )
  // Two orders of one customer may travel in one parcel.
  return rows.some(
    (row) => row.id !== exceptId && (row.orderId === order.id || row.memberId !== order.memberId),
  )
}

/** What WeChat must be told with: the payment's number and whose it was. */
export async function payerOf(
  db: Queryable,
  orderId: string,
): Promise<{ readonly transactionId: string; readonly openid: string } | null> {
  const [row] = await db
    .select({ transactionId: payments.transactionId, openid: members.openid })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .innerJoin(members, eq(members.id, orders.memberId))
    .where(eq(payments.orderId, orderId))
  return row?.transactionId ? { transactionId: row.transactionId, openid: row.openid } : null
}

/** A change of the parcels: one revision more that WeChat is owed. Answers the new state of the order's shipping. */
export async function noteRevision(
  tx: Tx,
  change: {
    readonly orderId: string
    readonly isSplit: boolean
    readonly completedAt: number | null
    readonly nowMs: number
  },
): Promise<ShippingRow> {
  const { orderId, isSplit, completedAt, nowMs } = change
  const [row] = await tx
    .insert(shippings)
    .values({ orderId, revision: 1, upload: 'waiting', isSplit, completedAt, updatedAt: nowMs })
    .onConflictDoUpdate({
      target: shippings.orderId,
      set: {
        revision: sql`${shippings.revision} + 1`,
        upload: 'waiting',
        errcode: null,
        reason: null,
        // Told once, WeChat keeps to it; a row without a revision was only a reminder.
        isSplit: sql`case when ${shippings.revision} = 0 then ${isSplit} else ${shippings.isSplit} end`,
        completedAt: sql`coalesce(${shippings.completedAt}, excluded.completed_at)`,
        updatedAt: nowMs,
      },
    })
    .returning()
  if (!row) throw new Error('an upsert answered no row')
  return row
}

export interface UploadNote {
  readonly upload: 'waiting' | 'uploaded' | 'refused'
  readonly errcode: number | null
  readonly reason: string | null
  /** The revision WeChat has now; left out where it has no new one. */
  readonly uploadedRevision?: number
}

export async function saveUpload(
  db: Queryable,
  orderId: string,
  { uploadedRevision, upload, errcode, reason }: UploadNote,
  nowMs: number,
): Promise<void> {
  await db
    .update(shippings)
    .set({
      upload:
        uploadedRevision === undefined
          ? upload
          : // A parcel changed while WeChat was told of the state before: still something to tell.
            sql`case when ${shippings.revision} > ${uploadedRevision} then 'waiting' else 'uploaded' end`,
      ...(uploadedRevision !== undefined && {
        uploadedRevision: sql`greatest(${shippings.uploadedRevision}, ${uploadedRevision})`,
      }),
      errcode,
      reason,
      updatedAt: nowMs,
    })
    .where(eq(shippings.orderId, orderId))
}
