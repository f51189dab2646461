import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from '../platform/column-types'
import { members } from './member'

/** How many messages of a template a member still allows: one for each accepted tap, one less for each sent. */
export const messageGrants = pgTable(
  'message_grants',
  {
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    templateId: text().notNull(),
    /** Named `left_count`, for `left` is a word of SQL. */
    left: integer('left_count').notNull().default(0),
    keepsChoice: boolean().notNull().default(false),
    lastAnswer: text().$type<'accept' | 'reject' | 'ban' | 'filter'>().notNull(),
    answeredAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.templateId] }),
    check('message_grants_not_negative', sql`${t.left} >= 0`),
  ],
)

/** Every answer to wx.requestSubscribeMessage, so that a report that comes twice counts once. */
export const subscriptionAnswers = pgTable(
  'subscription_answers',
  {
    id: uuid().primaryKey(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    requestId: text().notNull(),
    templateId: text().notNull(),
    answer: text().$type<'accept' | 'reject' | 'ban' | 'filter'>().notNull(),
    at: instant().notNull(),
  },
  (t) => [unique().on(t.memberId, t.requestId, t.templateId)],
)

/** Messages owed to members, each once: the key names the occasion and what it is about. */
export const messages = pgTable(
  'messages',
  {
    id: uuid().primaryKey(),
    key: text().notNull().unique(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    occasion: text().$type<'paid' | 'shipped' | 'refund' | 'coupon_expiring'>().notNull(),
    facts: jsonb().$type<Readonly<Record<string, string | number>>>().notNull(),
    page: text().notNull(),
    state: text().$type<'due' | 'sending' | 'sent' | 'skipped' | 'failed'>().notNull(),
    reason: text(),
    errcode: integer(),
    createdAt: instant().notNull(),
    dueAt: instant().notNull(),
    /** Later it would only confuse. */
    expiresAt: instant().notNull(),
    sentAt: instant(),
  },
  (t) => [index().on(t.memberId, t.sentAt), index().on(t.createdAt), index().on(t.state, t.createdAt)],
)

/** Messages and events WeChat pushed, each once, kept until a job has worked on it and for a while after. */
export const pushes = pgTable(
  'pushes',
  {
    id: uuid().primaryKey(),
    key: text().notNull().unique(),
    event: text().notNull(),
    openid: text(),
    payload: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    receivedAt: instant().notNull(),
    handledAt: instant(),
  },
  (t) => [index().on(t.receivedAt)],
)
