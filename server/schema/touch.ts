import { sql } from 'drizzle-orm'
import { date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/column-types'
import { products } from './catalogue'
import { campaigns } from './coupon'
import { members, sessions } from './member'
import { groups, staff } from './staff'
import { suspicions } from './trust'

/**
 * Share tokens. A relay keeps the root staff member and the depth, and of the forwarder no more than a keyed hash
 * against loops: the shop draws no map of who knows whom (platform rule 5.12.14).
 */
export const shares = pgTable(
  'shares',
  {
    token: text().primaryKey(),
    rootToken: text().notNull(),
    rootStaffId: uuid().references(() => staff.id),
    depth: integer().notNull().default(0),
    kind: text().$type<'product' | 'home' | 'campaign'>().notNull(),
    productId: uuid().references(() => products.id),
    campaignId: uuid().references(() => campaigns.id),
    channel: text().$type<'card' | 'moments' | 'code' | 'link'>().notNull(),
    intendedGroupId: uuid().references(() => groups.id),
    sharerHash: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    index().on(t.rootStaffId, t.createdAt),
    index().on(t.rootToken),
    // The hash covers forwarder, root and what is shared: forwarding twice finds the first relay again.
    uniqueIndex('shares_sharer_once').on(t.sharerHash),
  ],
)

/** One opening of the shop. The id is the client's idempotency key: a touch is never counted twice. */
export const touches = pgTable(
  'touches',
  {
    id: uuid().primaryKey(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    sessionId: uuid().references(() => sessions.id),
    at: instant().notNull(),
    receivedAt: instant().notNull(),
    scene: integer().notNull(),
    entry: text().$type<'cold' | 'hot'>().notNull(),
    path: text().notNull(),
    chatType: integer(),
    shareState: text().$type<'none' | 'ok' | 'unknown' | 'malformed' | 'expired' | 'revoked'>().notNull(),
    shareToken: text().references(() => shares.token),
    groupState: text().$type<'none' | 'proven' | 'unknown'>().notNull(),
    groupId: uuid().references(() => groups.id),
    groupNote: text(),
    /** To whom the opening counts, decided when written: the share's root staff member, else the group's owner then. */
    staffId: uuid().references(() => staff.id),
    suspectRule: text(),
    suspectAt: instant(),
    suspicionId: uuid().references(() => suspicions.id),
  },
  (t) => [
    index().on(t.memberId, t.at),
    index().on(t.shareToken),
    // Figures count openings, members and first openings from these alone.
    index('touches_of_staff')
      .on(t.staffId, t.at, t.memberId, t.groupId, t.id)
      .where(sql`${t.staffId} is not null and ${t.suspectRule} is null`),
    index('touches_of_group')
      .on(t.groupId, t.at, t.memberId, t.id)
      .where(sql`${t.groupId} is not null and ${t.suspectRule} is null`),
    index('touches_of_shop').on(t.at, t.memberId, t.id).where(sql`${t.suspectRule} is null`),
    index('touches_suspect').on(t.suspicionId).where(sql`${t.suspicionId} is not null`),
  ],
)

/** The very first opening of each member that is not suspect; kept by the database itself with each touch. */
export const memberFirsts = pgTable(
  'member_firsts',
  {
    memberId: uuid()
      .primaryKey()
      .references(() => members.id),
    touchId: uuid()
      .notNull()
      .unique()
      .references(() => touches.id),
    at: instant().notNull(),
  },
  (t) => [index().on(t.at)],
)

/** Anonymous openings in Moments single-page mode (scene 1154): counted, never a touch. */
export const pageCounts = pgTable(
  'page_counts',
  {
    day: date().notNull(),
    page: text().notNull(),
    opens: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.day, t.page] })],
)
