import { isMarketing, OCCASIONS, sendableFrom } from '@domain/message/occasions'
import { DAY_MS, HOUR_MS, startOfDay } from '@domain/shop-time'
import { and, eq, gt, gte, inArray } from 'drizzle-orm'
import { inTransaction, type Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { messageGrants, messages } from '../../schema/message'
import { couponsExpiringWithin } from '../coupon/expiry'
import { readSettings } from '../shop/settings'
import { notify } from './notify'

export const LOOK_AT_COUPONS = 'message.coupons'
/** On the hour: a coupon ends on a minute, and a day's notice need not be exact. */
export const nextHour = (nowMs: number): number => (Math.floor(nowMs / HOUR_MS) + 1) * HOUR_MS

const MOST = 100_000
const COUPONS_PAGE = 'pages/coupons/index'

/**
 * Tells members of coupons that end within a day, those who asked to be told: each coupon once, and of several the one
 * that ends first; the others have their turn another day, if they last so long. Answers how many.
 */
export async function tellOfExpiringCoupons(deps: Deps, nowMs: number): Promise<number> {
  const template = (await readSettings(deps.db)).messageTemplates.coupon_expiring
  if (!template) return 0
  const expiring = await couponsExpiringWithin(deps.db, nowMs, DAY_MS, MOST)
  const listeners = await listenersAmong(
    deps.db,
    template.templateId,
    expiring.map(({ memberId }) => memberId),
  )
  const from = sendableFrom(nowMs)
  const told = await toldOnDayOf(deps.db, [...listeners], from)
  let owed = 0
  for (const { couponId, memberId, title, validUntil } of expiring) {
    if (!listeners.has(memberId) || told.has(memberId) || validUntil <= from) continue
    const facts = { couponName: title, expiresAt: validUntil, status: '即将过期', tip: '点击查看可用的商品' }
    const notice = {
      occasion: 'coupon_expiring',
      memberId,
      about: couponId,
      facts,
      page: COUPONS_PAGE,
      trueUntil: validUntil,
    } as const
    if (!(await inTransaction(deps.db, (tx) => notify(tx, deps, notice, nowMs)))) continue
    told.add(memberId)
    owed += 1
  }
  return owed
}

/** Who of these members has, or is owed, the word of that day already. */
async function toldOnDayOf(db: Queryable, memberIds: readonly string[], at: number): Promise<Set<string>> {
  if (memberIds.length === 0) return new Set()
  const rows = await db
    .select({ memberId: messages.memberId })
    .from(messages)
    .where(
      and(
        inArray(messages.memberId, [...memberIds]),
        inArray(messages.occasion, OCCASIONS.filter(isMarketing)),
        inArray(messages.state, ['due', 'sending', 'sent']),
        gte(messages.dueAt, startOfDay(at)),
      ),
    )
  return new Set(rows.map(({ memberId }) => memberId))
}

async function listenersAmong(
  db: Queryable,
  templateId: string,
  memberIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (memberIds.length === 0) return new Set()
  const rows = await db
    .select({ memberId: messageGrants.memberId })
    .from(messageGrants)
    .where(
      and(
        eq(messageGrants.templateId, templateId),
        gt(messageGrants.left, 0),
        inArray(messageGrants.memberId, [...new Set(memberIds)]),
      ),
    )
  return new Set(rows.map(({ memberId }) => memberId))
}
