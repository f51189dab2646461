import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { fen, instant } from '../platform/column-types'
import { products, skus } from './catalogue'
import { members } from './member'
import { groups, staff } from './staff'

export const cartLines = pgTable(
  'cart_lines',
  {
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    skuId: uuid()
      .notNull()
      .references(() => skus.id),
    quantity: integer().notNull(),
    isChosen: boolean().notNull().default(true),
    seenPriceFen: fen().notNull(),
    addedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.skuId] }),
    check('cart_lines_quantity_positive', sql`${t.quantity} >= 1`),
  ],
)

export interface OrderAddress {
  readonly name: string
  readonly phone: string
  readonly province: string
  readonly city: string
  readonly district: string
  readonly detail: string
}

/**
 * An order with everything frozen on it that later money depends on. Group, staff, reason and policy version are the
 * two independent answers of attribution; the facts they rest on stand in `order_attributions`.
 */
export const orders = pgTable(
  'orders',
  {
    id: uuid().primaryKey(),
    number: text().notNull().unique(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    requestId: text().notNull(),
    requestHash: text().notNull(),
    state: text().$type<'unpaid' | 'paid' | 'shipped' | 'received' | 'closed' | 'refunded'>().notNull(),
    goodsFen: fen().notNull(),
    discountFen: fen().notNull(),
    freightFen: fen().notNull(),
    freightDiscountFen: fen().notNull(),
    payableFen: fen().notNull(),
    address: jsonb().$type<OrderAddress>().notNull(),
    remark: text().notNull().default(''),
    groupId: uuid().references(() => groups.id),
    staffId: uuid().references(() => staff.id),
    reason: text().notNull(),
    policyVersion: integer().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    paidAt: instant(),
    closedAt: instant(),
    shippedAt: instant(),
    receivedAt: instant(),
  },
  (t) => [
    unique().on(t.memberId, t.requestId),
    index().on(t.memberId, t.createdAt),
    index().on(t.createdAt),
    index().on(t.staffId, t.paidAt),
    index().on(t.staffId, t.createdAt),
    index().on(t.groupId, t.paidAt),
    index('orders_unpaid_due').on(t.expiresAt).where(sql`${t.state} = 'unpaid'`),
    index('orders_to_ship').on(t.paidAt, t.id).where(sql`${t.state} = 'paid'`),
    index('orders_shipped').on(t.shippedAt, t.id).where(sql`${t.shippedAt} is not null`),
    check('orders_payable_at_least_one_fen', sql`${t.payableFen} >= 1`),
    check(
      'orders_sum_up',
      sql`${t.payableFen} = ${t.goodsFen} - ${t.discountFen} + ${t.freightFen} - ${t.freightDiscountFen}`,
    ),
  ],
)

/** `unitPaidFen[i]` is what unit i+1 really cost after discounts: refunding units in any order gives back what was paid. */
export const orderLines = pgTable(
  'order_lines',
  {
    id: uuid().primaryKey(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    position: integer().notNull(),
    skuId: uuid()
      .notNull()
      .references(() => skus.id),
    productId: uuid()
      .notNull()
      .references(() => products.id),
    title: text().notNull(),
    /** `json`, not `jsonb`, keeps the order in which the customer chose. */
    spec: json().$type<Record<string, string>>().notNull(),
    image: text(),
    unitPriceFen: fen().notNull(),
    quantity: integer().notNull(),
    discountFen: fen().notNull(),
    paidFen: fen().notNull(),
    unitPaidFen: jsonb().$type<readonly number[]>().notNull(),
    refundedUnits: integer().notNull().default(0),
  },
  (t) => [
    unique().on(t.orderId, t.position),
    index().on(t.productId),
    check('order_lines_quantity_positive', sql`${t.quantity} >= 1`),
    check('order_lines_refunded_within', sql`${t.refundedUnits} between 0 and ${t.quantity}`),
    check('order_lines_sum_up', sql`${t.paidFen} = ${t.unitPriceFen} * ${t.quantity} - ${t.discountFen}`),
  ],
)

/** History of an order's state: every accepted event, by whom. Append-only. */
export const orderEvents = pgTable(
  'order_events',
  {
    id: uuid().primaryKey(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    at: instant().notNull(),
    event: text().notNull(),
    fromState: text(),
    toState: text().notNull(),
    actor: text().$type<'member' | 'staff' | 'manager' | 'wechat' | 'clock'>().notNull(),
    note: text(),
  },
  (t) => [index().on(t.orderId, t.at)],
)
