import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { fen, instant } from '../platform/column-types'
import { categories } from './catalogue'
import { members } from './member'
import { orderLines, orders } from './order'
import { groups, staff } from './staff'

/** Saved attribution policies. A change is a new version and applies to later orders only. Append-only. */
export const attributionPolicies = pgTable('attribution_policies', {
  version: integer().primaryKey(),
  settings: jsonb().notNull(),
  savedAt: instant().notNull(),
  savedBy: uuid().references(() => staff.id),
  note: text(),
})

/** A category's own commission rate; it goes before that of the staff member. */
export const categoryCommissions = pgTable(
  'category_commissions',
  {
    categoryId: uuid()
      .primaryKey()
      .references(() => categories.id),
    bps: integer().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [check('category_commissions_within_reason', sql`${t.bps} between 0 and 10000`)],
)

/** The facts an order's attribution rested on and what was decided: enough to replay it. Append-only. */
export const orderAttributions = pgTable(
  'order_attributions',
  {
    orderId: uuid()
      .primaryKey()
      .references(() => orders.id),
    facts: jsonb().notNull(),
    decision: jsonb().notNull(),
    /** The opening the winner rests on, out of the decision: leads from a share to the orders it brought. */
    evidenceTouchId: uuid(),
    /** The credited staff member's rate when the order was created; null where no commission is recorded. */
    commissionBps: integer(),
    /** The rate per order line where categories have their own; null: `commissionBps` for every line. */
    lineCommissions: jsonb().$type<Readonly<Record<string, number | null>>>(),
    policyVersion: integer()
      .notNull()
      .references(() => attributionPolicies.version),
  },
  (t) => [index().on(t.evidenceTouchId).where(sql`${t.evidenceTouchId} is not null`)],
)

/**
 * The credit ledger. Update and delete are refused by the database itself; a null staff is the account `none`,
 * so that sums always close.
 */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    id: uuid().primaryKey(),
    key: text().notNull().unique(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    orderLineId: uuid()
      .notNull()
      .references(() => orderLines.id),
    kind: text().$type<'earned' | 'matured' | 'reversed' | 'corrected'>().notNull(),
    staffId: uuid().references(() => staff.id),
    groupId: uuid().references(() => groups.id),
    amountFen: fen().notNull(),
    units: integer().notNull(),
    unitNumbers: jsonb().$type<readonly number[]>().notNull(),
    commissionBps: integer(),
    commissionFen: fen().notNull().default(sql`0`),
    at: instant().notNull(),
    /** The refund or correction behind a `reversed` or `corrected` line. */
    causeId: uuid(),
    note: text(),
  },
  (t) => [
    index().on(t.orderId),
    index().on(t.staffId, t.at),
    index().on(t.groupId, t.at),
    check(
      'ledger_signs',
      sql`(${t.kind} = 'earned' and ${t.amountFen} >= 0) or (${t.kind} = 'reversed' and ${t.amountFen} <= 0) or (${t.kind} = 'matured' and ${t.amountFen} = 0) or ${t.kind} = 'corrected'`,
    ),
  ],
)

/** What a manager corrected and why; the ledger's pairs name it as their cause. Append-only. */
export const corrections = pgTable(
  'corrections',
  {
    id: uuid().primaryKey(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    /** Null: nobody. */
    toStaffId: uuid().references(() => staff.id),
    reason: text().notNull(),
    at: instant().notNull(),
    byStaffId: uuid()
      .notNull()
      .references(() => staff.id),
    requestId: text().notNull().unique(),
  },
  (t) => [index().on(t.orderId)],
)

/**
 * Each paid order in one row: who holds its credit now and what is left of it. A roll-up of `ledger_entries`, kept by
 * the database itself in the transaction of each entry, so that figures need not add the ledger up.
 */
export const orderCredits = pgTable(
  'order_credits',
  {
    orderId: uuid()
      .primaryKey()
      .references(() => orders.id),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    staffId: uuid().references(() => staff.id),
    groupId: uuid().references(() => groups.id),
    paidAt: instant().notNull(),
    netFen: fen().notNull(),
  },
  (t) => [
    index().on(t.staffId, t.paidAt),
    index().on(t.groupId, t.paidAt),
    index().on(t.paidAt),
    index().on(t.memberId, t.paidAt),
  ],
)
