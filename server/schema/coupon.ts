import type { CouponState } from '@domain/coupon/flow'
import type { CampaignStatus, CouponScope, Tier } from '@domain/coupon/types'
import type { CouponOff, CouponSlot } from '@domain/pricing/types'
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { fen, instant } from '../platform/column-types'
import { members } from './member'
import { orders } from './order'
import { groups, staff } from './staff'

/** An offer and its ladder. What was claimed is copied into `coupons`, so an edit touches nothing already claimed. */
export const campaigns = pgTable(
  'campaigns',
  {
    id: uuid().primaryKey(),
    /** The merchant's own name for it: files and the second import find it by this. */
    code: text().notNull().unique(),
    title: text().notNull(),
    /** A line below the title on the ladder. */
    note: text().notNull().default(''),
    /** Smaller stands first among offers that are equal to a member. */
    position: integer().notNull().default(0),
    status: text().$type<CampaignStatus>().notNull(),
    claimFrom: instant().notNull(),
    claimUntil: instant().notNull(),
    totalStock: integer().notNull(),
    stockPerGroup: integer(),
    limitPerMember: integer().notNull(),
    scope: jsonb().$type<CouponScope>().notNull(),
    slot: text().$type<CouponSlot>().notNull(),
    tiers: jsonb().$type<readonly Tier[]>().notNull(),
    /** Counts the edits; a form saved over a newer one is refused. */
    version: integer().notNull().default(1),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index().on(t.claimUntil),
    check('campaigns_status_known', sql`${t.status} in ('live','paused','ended')`),
    check('campaigns_slot_known', sql`${t.slot} in ('goods','freight')`),
    check('campaigns_window_forward', sql`${t.claimFrom} < ${t.claimUntil}`),
    check('campaigns_stock_positive', sql`${t.totalStock} >= 1`),
    check('campaigns_limit_positive', sql`${t.limitPerMember} >= 1`),
  ],
)

/**
 * What is left, one row per bound: `total` (its key is empty), `tier` by rank, `group` by group id, made at the
 * group's first claim. It moves only under the lock of the campaign's row.
 */
export const campaignStock = pgTable(
  'campaign_stock',
  {
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id),
    kind: text().$type<'total' | 'tier' | 'group'>().notNull(),
    key: text().notNull(),
    left: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.kind, t.key] }),
    check('campaign_stock_kind_known', sql`${t.kind} in ('total','tier','group')`),
    check('campaign_stock_not_oversold', sql`${t.left} >= 0`),
  ],
)

/**
 * The copies members claimed. Only `state`, `orderId` and `movedAt` ever change; the database refuses to write the
 * rest again, and to delete. `requestId` is the claim's idempotency key.
 */
export const coupons = pgTable(
  'coupons',
  {
    id: uuid().primaryKey(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id),
    requestId: text().notNull(),
    title: text().notNull(),
    tierRank: integer().notNull(),
    slot: text().$type<CouponSlot>().notNull(),
    scope: jsonb().$type<CouponScope>().notNull(),
    thresholdFen: fen().notNull(),
    off: jsonb().$type<CouponOff>().notNull(),
    claimedAt: instant().notNull(),
    validFrom: instant().notNull(),
    validUntil: instant().notNull(),
    /** The group whose stock the claim counts to. */
    groupId: uuid().references(() => groups.id),
    upgradedFrom: uuid().references((): AnyPgColumn => coupons.id),
    state: text().$type<CouponState>().notNull(),
    /** The order that holds or used it. */
    orderId: uuid().references(() => orders.id),
    movedAt: instant().notNull(),
  },
  (t) => [
    unique('coupons_claim_once').on(t.campaignId, t.memberId, t.requestId),
    uniqueIndex('coupons_upgraded_once').on(t.upgradedFrom).where(sql`${t.upgradedFrom} is not null`),
    index().on(t.memberId, t.validUntil),
    index().on(t.claimedAt),
    index().on(t.orderId).where(sql`${t.orderId} is not null`),
    index('coupons_unused_due').on(t.validUntil).where(sql`${t.state} = 'claimed'`),
    check('coupons_state_known', sql`${t.state} in ('claimed','reserved','used','expired','upgraded')`),
    check('coupons_held_by_order', sql`(${t.state} in ('reserved','used')) = (${t.orderId} is not null)`),
    check('coupons_validity_forward', sql`${t.validFrom} < ${t.validUntil}`),
  ],
)

/**
 * Which coupons an order was priced with and what each took off, frozen with the order. It stays when the coupon is
 * given back, so that a late payment finds the coupon it was promised. Append-only.
 */
export const orderCoupons = pgTable(
  'order_coupons',
  {
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    slot: text().$type<CouponSlot>().notNull(),
    couponId: uuid()
      .notNull()
      .references(() => coupons.id),
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id),
    title: text().notNull(),
    offFen: fen().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.slot] }),
    index().on(t.couponId),
    index().on(t.campaignId),
    check('order_coupons_take_something_off', sql`${t.offFen} >= 1`),
  ],
)

/** What managers did to a campaign, with what it was before and after. A null actor is the command line. Append-only. */
export const campaignAudits = pgTable(
  'campaign_audits',
  {
    id: uuid().primaryKey(),
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id),
    at: instant().notNull(),
    actorStaffId: uuid().references(() => staff.id),
    action: text().$type<'create' | 'edit' | 'pause' | 'resume' | 'end' | 'raise_stock'>().notNull(),
    detail: jsonb().notNull(),
  },
  (t) => [index().on(t.campaignId, t.at)],
)
