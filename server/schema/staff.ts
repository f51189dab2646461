import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
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

/**
 * What one staff member handed over to others, in service or on leaving. The rows it made name it, so that it can be
 * undone within a day.
 */
export const handovers = pgTable(
  'handovers',
  {
    id: uuid().primaryKey(),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    form: text().$type<'leaver' | 'in_service'>().notNull(),
    plan: jsonb().notNull(),
    /** Who got how much. */
    moves: jsonb().notNull(),
    reason: text().notNull(),
    at: instant().notNull(),
    byStaffId: uuid()
      .notNull()
      .references(() => staff.id),
    undoneAt: instant(),
    undoneBy: uuid().references(() => staff.id),
    undoReason: text(),
  },
  (t) => [index().on(t.staffId), check('handovers_form_known', sql`${t.form} in ('leaver','in_service')`)],
)

/**
 * Who inherits a leaver's future credit (`all`), or the open shares of one who stays (`shares`), from when; for one
 * group or member only where it names one. Kept as history, so that each order can be replayed.
 */
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
    covers: text().$type<'all' | 'shares'>().notNull().default('all'),
    // Without a reference: groups stand below, and a column of this table is older than they are.
    groupId: uuid(),
    memberId: uuid().references(() => members.id),
    handoverId: uuid().references(() => handovers.id),
  },
  (t) => [
    index().on(t.staffId),
    index().on(t.memberId).where(sql`${t.memberId} is not null`),
    index().on(t.handoverId).where(sql`${t.handoverId} is not null`),
    check('successions_not_self', sql`${t.staffId} <> ${t.successorId}`),
    check('successions_covers_known', sql`${t.covers} in ('all','shares')`),
  ],
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
  revokedAt: instant(),
  createdBy: uuid().references(() => staff.id),
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
    handoverId: uuid().references(() => handovers.id),
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
    source: text().$type<'share' | 'wecom' | 'manager' | 'handover'>().notNull(),
    since: instant().notNull(),
    until: instant(),
    handoverId: uuid().references(() => handovers.id),
  },
  (t) => [
    uniqueIndex('bindings_one_in_force').on(t.memberId).where(sql`${t.until} is null`),
    index().on(t.staffId),
    index().on(t.memberId, t.since),
    index().on(t.handoverId).where(sql`${t.handoverId} is not null`),
  ],
)

/** Groups that somebody owns and somebody else says are theirs: a manager decides. */
export const groupClaims = pgTable(
  'group_claims',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    /** The claimant's own opening that proves the group. */
    touchId: uuid().notNull(),
    name: text().notNull(),
    note: text().notNull().default(''),
    claimedAt: instant().notNull(),
    state: text().$type<'open' | 'approved' | 'refused'>().notNull(),
    decidedAt: instant(),
    decidedBy: uuid().references(() => staff.id),
    reason: text(),
  },
  (t) => [
    uniqueIndex('group_claims_one_open').on(t.groupId, t.staffId).where(sql`${t.state} = 'open'`),
    check('group_claims_state_known', sql`${t.state} in ('open','approved','refused')`),
  ],
)

/** What a manager or the shop itself did to rights, credit or people. Append-only. */
export const audits = pgTable(
  'audits',
  {
    id: uuid().primaryKey(),
    at: instant().notNull(),
    actorStaffId: uuid().references(() => staff.id),
    action: text().notNull(),
    subject: text().notNull(),
    detail: text().notNull(),
  },
  (t) => [index().on(t.at, t.id), index().on(t.subject)],
)
