import { bigint, customType, index, integer, pgTable, uuid } from 'drizzle-orm/pg-core'
import { fen, instant } from '../platform/column-types'
import { members } from './member'

/** Whole numbers of four bytes each, highest byte first, one after the other. */
const numbers = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/**
 * A small number for each member, so that a day's set of members is four bytes a head. Given by the database to each
 * new member; a login of a known one takes none.
 */
export const memberNumbers = pgTable('member_numbers', {
  number: integer().primaryKey().generatedAlwaysAsIdentity(),
  memberId: uuid()
    .notNull()
    .unique()
    .references(() => members.id),
})

/** The days of the shop's calendar (days since 1970-01-01) whose figures stand in `figure_rows`. */
export const figureDays = pgTable('figure_days', {
  day: integer().primaryKey(),
  builtAt: instant().notNull(),
})

/**
 * Something of a rolled-up day changed afterwards: a refund, a correction, a suspicion, an opening that came late.
 * Written by the database itself in the same transaction; until the day is rolled up again its rows are not used.
 */
export const figureStale = pgTable(
  'figure_stale',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    day: integer().notNull(),
  },
  (t) => [index().on(t.day)],
)

/** One day of what counts to one staff member (or nobody) in one group (or none). A roll-up, never the truth. */
export const figureRows = pgTable(
  'figure_rows',
  {
    day: integer().notNull(),
    staffId: uuid(),
    groupId: uuid(),
    opens: integer().notNull(),
    firsts: integer().notNull(),
    claims: integer().notNull(),
    orders: integer().notNull(),
    netFen: fen().notNull(),
    /** Member numbers of those who opened, each once. */
    openers: numbers(),
    /** Member numbers of those who paid, once per order. */
    buyers: numbers(),
    /** Per order placed: the member's number and the day it was paid, 0 while it is not. */
    placed: numbers(),
  },
  (t) => [index().on(t.day), index().on(t.staffId, t.day), index().on(t.groupId, t.day)],
)
