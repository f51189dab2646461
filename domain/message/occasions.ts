import { DAY_MS, HOUR_MS, startOfDay } from '../shop-time'
import type { FactName } from './fields'

export const OCCASIONS = ['paid', 'shipped', 'refund', 'coupon_expiring'] as const
export type Occasion = (typeof OCCASIONS)[number]

/** The tap at which a member is asked, one template each: never bundled, never as a condition of anything. */
export type AskMoment = 'place_order' | 'after_payment' | 'ask_refund' | 'claim_coupon'
export const ASKED_AT: Readonly<Record<Occasion, AskMoment>> = {
  paid: 'place_order',
  shipped: 'after_payment',
  refund: 'ask_refund',
  coupon_expiring: 'claim_coupon',
}

/** Notices about the member's own money and parcels go at once; the others keep quiet hours and a daily cap. */
export const isMarketing = (occasion: Occasion): boolean => occasion === 'coupon_expiring'

/** The facts each occasion knows; a template can show no others. */
export const KNOWN_FACTS: Readonly<Record<Occasion, readonly FactName[]>> = {
  paid: ['orderNumber', 'goods', 'amount', 'time', 'status', 'tip'],
  shipped: ['orderNumber', 'goods', 'company', 'trackingNumber', 'time', 'status', 'tip'],
  refund: ['orderNumber', 'goods', 'amount', 'time', 'status', 'tip'],
  coupon_expiring: ['couponName', 'expiresAt', 'status', 'tip'],
}

/** A notice that could not be sent for so long would only confuse. */
export const LIFE_MS: Readonly<Record<Occasion, number>> = {
  paid: 6 * HOUR_MS,
  shipped: 2 * DAY_MS,
  refund: 2 * DAY_MS,
  coupon_expiring: DAY_MS,
}

export interface MarketingManners {
  /** Hours of the shop's day, whole: from 22 to 8 is a night. */
  readonly quietFromHour: number
  readonly quietUntilHour: number
  readonly perDay: number
}

export const MARKETING_MANNERS: MarketingManners = { quietFromHour: 22, quietUntilHour: 8, perDay: 1 }

/** The first moment from `nowMs` on at which a marketing message may go: now, or when the quiet hours end. */
export function sendableFrom(
  nowMs: number,
  { quietFromHour, quietUntilHour }: MarketingManners = MARKETING_MANNERS,
): number {
  const today = startOfDay(nowMs)
  const hour = (nowMs - today) / HOUR_MS
  const isOverNight = quietFromHour > quietUntilHour
  const isQuiet = isOverNight
    ? hour >= quietFromHour || hour < quietUntilHour
    : hour >= quietFromHour && hour < quietUntilHour
  if (!isQuiet) return nowMs
  const endsToday = today + quietUntilHour * HOUR_MS
  return endsToday > nowMs ? endsToday : endsToday + DAY_MS
}
