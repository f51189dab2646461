import { sendableFrom } from '../message/occasions'
import { DAY_MS, dayText, HOUR_MS, momentText } from '../shop-time'

/** Nobody is put on any list again within this time after somebody wrote to them. */
export const COOLING_DAYS = 7
export const COOLING_MS = COOLING_DAYS * DAY_MS
/** A paid order not shipped within this is a problem (WeChat asks for shipping within 48 hours). */
export const LATE_PARCEL_MS = 48 * HOUR_MS
/** A coupon is about to expire when less than this is left. */
export const COUPON_SOON_MS = 3 * DAY_MS
/** A buyer has gone quiet after so many days without an opening or purchase; after half a year they are left alone. */
export const QUIET_DAYS = 30
export const LEFT_ALONE_DAYS = 180

export type ServeReason = 'parcel_problem' | 'unpaid_order' | 'coupon_expiring' | 'gone_quiet'

/** What is known of a member that may be a reason to serve them. */
export interface ServeFacts {
  readonly contactedAt: number | null
  readonly unpaid: { readonly title: string; readonly expiresAt: number } | null
  readonly unshipped: { readonly title: string; readonly paidAt: number } | null
  readonly coupon: { readonly title: string; readonly validUntil: number } | null
  readonly lastPaidAt: number | null
  readonly lastOpenAt: number | null
  readonly lastTitle: string | null
}

export interface ServeAdvice {
  readonly reason: ServeReason
  readonly why: string
  /** A first sentence the staff member may begin with. */
  readonly opening: string
  readonly dueAt: number | null
}

export const isCooling = (contactedAt: number | null, nowMs: number): boolean =>
  contactedAt !== null && nowMs - contactedAt < COOLING_MS

/** The hours in which nobody is written to, the same for people as for marketing messages. */
export const isQuietHour = (nowMs: number): boolean => sendableFrom(nowMs) > nowMs

/** Why to serve a member today, the most urgent reason first; null where there is none or they are left in peace. */
export function adviceFor(facts: ServeFacts, nowMs: number): ServeAdvice | null {
  if (isCooling(facts.contactedAt, nowMs)) return null
  return parcel(facts, nowMs) ?? unpaid(facts, nowMs) ?? coupon(facts, nowMs) ?? quiet(facts, nowMs)
}

function parcel({ unshipped }: ServeFacts, nowMs: number): ServeAdvice | null {
  if (!unshipped || nowMs - unshipped.paidAt < LATE_PARCEL_MS) return null
  const hours = Math.floor((nowMs - unshipped.paidAt) / HOUR_MS)
  return {
    reason: 'parcel_problem',
    why: `「${unshipped.title}」付款 ${hours} 小时还没发货`,
    opening: `您${dayText(unshipped.paidAt)}买的「${unshipped.title}」我在帮您催发货，让您久等了`,
    dueAt: unshipped.paidAt + LATE_PARCEL_MS,
  }
}

function unpaid({ unpaid: order }: ServeFacts, nowMs: number): ServeAdvice | null {
  if (!order || order.expiresAt <= nowMs) return null
  return {
    reason: 'unpaid_order',
    why: `「${order.title}」下单未付款，${momentText(order.expiresAt)} 关闭`,
    opening: `您的「${order.title}」还留着，付款遇到问题可以直接问我`,
    dueAt: order.expiresAt,
  }
}

function coupon({ coupon: held }: ServeFacts, nowMs: number): ServeAdvice | null {
  if (!held || held.validUntil <= nowMs || held.validUntil - nowMs > COUPON_SOON_MS) return null
  return {
    reason: 'coupon_expiring',
    why: `「${held.title}」${momentText(held.validUntil)} 到期，还没用`,
    opening: `您领的「${held.title}」${dayText(held.validUntil)}就到期了，需要我帮您挑点什么吗`,
    dueAt: held.validUntil,
  }
}

function quiet({ lastPaidAt, lastOpenAt, lastTitle }: ServeFacts, nowMs: number): ServeAdvice | null {
  if (lastPaidAt === null) return null
  const days = Math.floor((nowMs - Math.max(lastPaidAt, lastOpenAt ?? 0)) / DAY_MS)
  if (days < QUIET_DAYS || days > LEFT_ALONE_DAYS) return null
  const bought = lastTitle === null ? '' : `，上次买的是「${lastTitle}」`
  return {
    reason: 'gone_quiet',
    why: `${days} 天没来了${bought}`,
    opening:
      lastTitle === null ? '好久不见，最近到了些新鲜的' : `上次的「${lastTitle}」吃得还好吗？最近又到新货了`,
    dueAt: null,
  }
}
