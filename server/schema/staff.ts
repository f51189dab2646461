import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/column-types'
import { members } from './member'

/** Shop assistants and managers. A leaver stays as a row: past credit is theirs, a successor inherits what comes. */
export const staff = pgTable(
  'staff',
  {
    id: uuid().primaryKey(),
    memberId: uuid()
      .unique()
      .references(() => members.id),
    role: text().$type<'staff' | 'manager'>().notNull(),
    name: text().notNull(),
    title: text().notNull(),
    intro: text().notNull().default(''),
    contact: text(),
    wecomUserid: text().unique(),
    commissionBps: integer().notNull().default(0),
    joinedAt: instant().notNull(),
    leftAt: instant(),
  },
  (t) => [
    check('staff_role_known', sql`${t.role} in ('staff','manager')`),
    check('staff_commission_within_reason', sql`${t.commissionBps} between 0 and 10000`),
  ],
)

/** Who inherits a leaver's future credit, from when. Kept as history, so that each order can be replayed. */
export const successions = pgTable(
  'successions',
  {
    id: uuid().primaryKey(),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    successorId: uuid()
      .notNull()
      .references(() => staff.id),
    since: instant().notNull(),
    until: instant(),
  },
  (t) => [index().on(t.staffId), check('successions_not_self', sql`${t.staffId} <> ${t.successorId}`)],
)

/** Single-use, expiring invitations that make a member a staff member. Only the code's hash is kept. */
export const staffInvitations = pgTable('staff_invitations', {
  id: uuid().primaryKey(),
  codeHash: text().notNull().unique(),
  staffId: uuid()
    .notNull()
    .references(() => staff.id),
  createdAt: instant().notNull(),
  expiresAt: instant().notNull(),
  usedAt: instant(),
})

/** WeChat groups, known by opengid within one mini-program. WeChat tells no name: staff give one. */
export const groups = pgTable(
  'groups',
  {
    id: uuid().primaryKey(),
    appid: text().notNull(),
    opengid: text().notNull(),
    name: text(),
    chatType: integer(),
    wecomChatId: text(),
    firstSeenAt: instant().notNull(),
  },
  (t) => [uniqueIndex().on(t.appid, t.opengid)],
)

/** Owner history of groups: the row with no `until` is in force. One at a time, refused by the database otherwise. */
export const groupOwners = pgTable(
  'group_owners',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    since: instant().notNull(),
    until: instant(),
  },
  (t) => [
    uniqueIndex('group_owners_one_in_force').on(t.groupId).where(sql`${t.until} is null`),
    index().on(t.staffId),
  ],
)

/** A member's serving staff over time: the row with no `until` is in force. Never set by a group. */
export const bindings = pgTable(
  'bindings',
  {
    id: uuid().primaryKey(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    source: text().$type<'share' | 'wecom' | 'handover'>().notNull(),
    since: instant().notNull(),
    until: instant(),
  },
  (t) => [
    uniqueIndex('bindings_one_in_force').on(t.memberId).where(sql`${t.until} is null`),
    index().on(t.staffId),
  ],
)

/** What a manager or the shop itself did to rights, credit or people. Append-only. */
export const audits = pgTable('audits', {
  id: uuid().primaryKey(),
  at: instant().notNull(),
  actorStaffId: uuid().references(() => staff.id),
  action: text().notNull(),
  subject: text().notNull(),
  detail: text().notNull(),
})
