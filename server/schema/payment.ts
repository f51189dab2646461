import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { fen, instant } from '../platform/column-types'
import { orders } from './order'

/** One WeChat Pay transaction per order; the order's number is the `out_trade_no`. */
export const payments = pgTable(
  'payments',
  {
    id: uuid().primaryKey(),
    orderId: uuid()
      .notNull()
      .unique()
      .references(() => orders.id),
    outTradeNo: text().notNull().unique(),
    amountFen: fen().notNull(),
    state: text().$type<'open' | 'paid' | 'closed'>().notNull(),
    request: jsonb(),
    prepayId: text(),
    prepayExpiresAt: instant(),
    transactionId: text().unique(),
    paidAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('payments_open').on(t.createdAt).where(sql`${t.state} = 'open'`)],
)

/** A refund towards WeChat Pay; one of amount 0 settles without it. `outRefundNo` is reused on every retry. */
export const refunds = pgTable(
  'refunds',
  {
    id: uuid().primaryKey(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    outRefundNo: text().notNull().unique(),
    amountFen: fen().notNull(),
    freightFen: fen().notNull().default(sql`0`),
    reason: text().notNull(),
    units: jsonb()
      .$type<readonly { readonly lineId: string; readonly unitNumbers: readonly number[] }[]>()
      .notNull(),
    state: text().$type<'requested' | 'processing' | 'succeeded' | 'closed' | 'abnormal'>().notNull(),
    refundId: text(),
    /** When WeChat may be asked first: refunds of one order are a minute apart. Null where nothing is asked. */
    dueAt: instant(),
    /** First sent to WeChat; amount and units are frozen from here on. */
    sentAt: instant(),
    /** When WeChat took it over, by WeChat's clock: the day on whose bill it stands. */
    acceptedAt: instant(),
    /** WeChat's code of the last failed try. */
    trouble: text(),
    createdAt: instant().notNull(),
    succeededAt: instant(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index().on(t.orderId),
    index('refunds_open').on(t.createdAt).where(sql`${t.state} <> 'succeeded'`),
    check('refunds_not_negative', sql`${t.amountFen} >= 0 and ${t.freightFen} >= 0`),
  ],
)

/** Calls owed to WeChat and clockwork of the shop, written in the transaction of the change that owes them. */
export const jobs = pgTable(
  'jobs',
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    key: text().notNull().unique(),
    payload: jsonb().notNull(),
    dueAt: instant().notNull(),
    attempts: integer().notNull().default(0),
    leaseUntil: instant(),
    doneAt: instant(),
    failedAt: instant(),
    lastError: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('jobs_due').on(t.dueAt).where(sql`${t.doneAt} is null and ${t.failedAt} is null`),
    index('jobs_done').on(t.doneAt, t.id).where(sql`${t.doneAt} is not null`),
    index('jobs_failed').on(t.failedAt, t.id).where(sql`${t.failedAt} is not null`),
  ],
)
