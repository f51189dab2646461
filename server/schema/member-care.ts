import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/column-types'
import { members } from './member'
import { staff } from './staff'

/** Tags written by hand. What rules find is computed elsewhere and never stored here. */
export const memberTags = pgTable(
  'member_tags',
  {
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    name: text().notNull(),
    byStaffId: uuid()
      .notNull()
      .references(() => staff.id),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.name] }), index().on(t.name)],
)

/** When somebody wrote to a member, so that nobody does again within the cooling time. */
export const memberContacts = pgTable(
  'member_contacts',
  {
    id: uuid().primaryKey(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    at: instant().notNull(),
    reason: text().notNull(),
    note: text().notNull().default(''),
  },
  (t) => [index().on(t.memberId, t.at)],
)
