import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { fen, instant } from '../platform/column-types'
import { members } from './member'
import { orders } from './order'
import { staff } from './staff'

/** Invoices asked for and issued. One that is not withdrawn stands per order. */
export const invoices = pgTable(
  'invoices',
  {
    id: uuid().primaryKey(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    state: text().$type<'requested' | 'issued' | 'withdrawn'>().notNull(),
    titleKind: text().$type<'personal' | 'company'>().notNull(),
    title: text().notNull(),
    taxNumber: text(),
    email: text(),
    /** As it would have been made out at the request; what it was made out for once issued. */
    amountFen: fen().notNull(),
    number: text().unique(),
    requestedAt: instant().notNull(),
    updatedAt: instant().notNull(),
    issuedAt: instant(),
    issuedBy: uuid().references(() => staff.id),
  },
  (t) => [
    uniqueIndex('invoices_one_per_order').on(t.orderId).where(sql`${t.state} <> 'withdrawn'`),
    index().on(t.state, t.requestedAt),
    index().on(t.memberId, t.requestedAt),
    check('invoices_company_has_tax_number', sql`${t.titleKind} = 'personal' or ${t.taxNumber} is not null`),
    check('invoices_issued_has_number', sql`${t.state} <> 'issued' or ${t.number} is not null`),
  ],
)
