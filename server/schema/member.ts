import { boolean, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/column-types'

/** Customers, known by openid within one mini-program (appid). Nothing else is asked for at the first visit. */
export const members = pgTable(
  'members',
  {
    id: uuid().primaryKey(),
    appid: text().notNull(),
    openid: text().notNull(),
    unionid: text(),
    nickname: text(),
    phone: text(),
    personalised: boolean().notNull().default(true),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    blockedAt: instant(),
    erasedAt: instant(),
  },
  (t) => [unique().on(t.appid, t.openid), index().on(t.unionid)],
)

/**
 * One row per login. The bearer token is kept as a hash; the session_key of that login is sealed at rest,
 * and a group ciphertext names the login whose key reads it.
 */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    tokenHash: text().notNull().unique(),
    sealedSessionKey: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [index().on(t.memberId, t.createdAt)],
)

export const addresses = pgTable(
  'addresses',
  {
    id: uuid().primaryKey(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    name: text().notNull(),
    phone: text().notNull(),
    province: text().notNull(),
    city: text().notNull(),
    district: text().notNull(),
    detail: text().notNull(),
    postalCode: text(),
    nationalCode: text(),
    isDefault: boolean().notNull().default(false),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index().on(t.memberId)],
)
