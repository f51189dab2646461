import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/column-types'
import { orders } from './order'
import { staff } from './staff'

/** Which pieces of which lines; units count from 0, as in `unitPaidFen` and `refunds.units`. */
export type ParcelUnits = readonly { readonly lineId: string; readonly unitNumbers: readonly number[] }[]

/** The parcels of an order. A corrected number overwrites: carriers know only the one on the label. */
export const shipments = pgTable(
  'shipments',
  {
    id: uuid().primaryKey(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    position: integer().notNull(),
    requestId: text().notNull(),
    companyCode: text().notNull(),
    trackingNumber: text().notNull(),
    units: jsonb().$type<ParcelUnits>().notNull(),
    shippedAt: instant().notNull(),
    shippedBy: uuid().references(() => staff.id),
    correctedAt: instant(),
  },
  (t) => [
    unique().on(t.orderId, t.position),
    index().on(t.trackingNumber),
    check('shipments_position_from_one', sql`${t.position} >= 1`),
  ],
)

/**
 * What an order's shipping amounts to, and how far WeChat knows it. Each change of the parcels is a new `revision`; a
 * job tells WeChat until `uploadedRevision` has caught up.
 */
export const shippings = pgTable(
  'shippings',
  {
    orderId: uuid()
      .primaryKey()
      .references(() => orders.id),
    revision: integer().notNull().default(0),
    uploadedRevision: integer().notNull().default(0),
    upload: text().$type<'waiting' | 'uploaded' | 'refused'>(),
    errcode: integer(),
    reason: text(),
    /** One parcel or several, as WeChat was told first: changing it there costs the only re-shipment. */
    isSplit: boolean().notNull().default(false),
    /** When the last piece left; null while something is still to be sent. */
    completedAt: instant(),
    /** WeChat's own reminder that the goods are late. */
    remindedAt: instant(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('shippings_incomplete').on(t.orderId).where(sql`${t.completedAt} is null`),
    index('shippings_refused').on(t.updatedAt).where(sql`${t.upload} = 'refused'`),
  ],
)
