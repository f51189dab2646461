import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/column-types'
import { members } from './member'
import { staff } from './staff'

/** Traffic set apart by a rule of domain/trust: one row per member, rule and credited staff member while it lasts. */
export const suspicions = pgTable(
  'suspicions',
  {
    id: uuid().primaryKey(),
    rule: text().$type<'flood' | 'token_cycling' | 'own_share_only'>().notNull(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    /** Whose figures the openings would have counted to. */
    staffId: uuid().references(() => staff.id),
    /** What was counted when it fired last, and the threshold it passed. */
    seen: integer().notNull(),
    limit: integer().notNull(),
    windowMinutes: integer(),
    touches: integer().notNull(),
    firstAt: instant().notNull(),
    lastAt: instant().notNull(),
    clearedAt: instant(),
    clearedBy: uuid().references(() => staff.id),
    clearReason: text(),
  },
  (t) => [
    index().on(t.memberId, t.rule),
    index().on(t.lastAt, t.id),
    check('suspicions_rule_known', sql`${t.rule} in ('flood','token_cycling','own_share_only')`),
  ],
)

/** The blacklist with its history; `members.blocked_at` says who is blocked now. */
export const memberBlocks = pgTable(
  'member_blocks',
  {
    id: uuid().primaryKey(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    blockedAt: instant().notNull(),
    blockedBy: uuid().references(() => staff.id),
    reason: text().notNull(),
    endedAt: instant(),
    endedBy: uuid().references(() => staff.id),
    endReason: text(),
  },
  (t) => [
    uniqueIndex('member_blocks_one_in_force').on(t.memberId).where(sql`${t.endedAt} is null`),
    index().on(t.blockedAt, t.id),
  ],
)
