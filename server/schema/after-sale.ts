import { sql } from 'drizzle-orm'
import { boolean, check, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { fen, instant } from '../platform/column-types'
import { members } from './member'
import { orders } from './order'
import { refunds } from './payment'
import { staff } from './staff'

type State = 'requested' | 'approved' | 'returning' | 'refunding' | 'refunded' | 'refused' | 'withdrawn'

/**
 * A wish to give pieces of an order back, from asking to the money's arrival. `freightFen` is expected while it is asked
 * for and final once money is owed; several may share one refund where WeChat's pace made them wait together.
 */
export const afterSales = pgTable(
  'after_sales',
  {
    id: uuid().primaryKey(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    requestId: text().notNull(),
    requestHash: text().notNull(),
    /** `clock`: money that came too late goes back by itself. */
    askedBy: text().$type<'member' | 'manager' | 'clock'>().notNull(),
    kind: text().$type<'refund' | 'return'>().notNull(),
    state: text().$type<State>().notNull(),
    units: jsonb()
      .$type<readonly { readonly lineId: string; readonly unitNumbers: readonly number[] }[]>()
      .notNull(),
    reason: text().notNull(),
    note: text().notNull().default(''),
    goodsFen: fen().notNull(),
    freightFen: fen().notNull(),
    isShopAtFault: boolean().notNull().default(false),
    decidedBy: uuid().references(() => staff.id),
    decidedAt: instant(),
    decisionNote: text().notNull().default(''),
    parcelCompany: text(),
    parcelNumber: text(),
    parcelAt: instant(),
    /** Null until the goods' way is known; what never left the house is back at once. */
    isRestocked: boolean(),
    refundId: uuid().references(() => refunds.id),
    refundedAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orderId, t.requestId),
    index().on(t.memberId, t.createdAt),
    index().on(t.state, t.createdAt),
    index().on(t.refundId),
    check('after_sales_amounts', sql`${t.goodsFen} >= 0 and ${t.freightFen} >= 0`),
  ],
)

/** History of a request: every accepted event, by whom. Append-only. */
export const afterSaleEvents = pgTable(
  'after_sale_events',
  {
    id: uuid().primaryKey(),
    afterSaleId: uuid()
      .notNull()
      .references(() => afterSales.id),
    at: instant().notNull(),
    event: text().notNull(),
    fromState: text(),
    toState: text().notNull(),
    actor: text().$type<'member' | 'manager' | 'wechat' | 'clock'>().notNull(),
    note: text(),
  },
  (t) => [index().on(t.afterSaleId, t.at)],
)
