import { DAY_MS } from '@domain/shop-time'

/** How long a session lasts after it was last renewed. */
export const SESSION_TTL_MS = 30 * DAY_MS

/** A session is renewed by use, at most once a day, so that a request rarely costs a write. */
export const RENEW_AFTER_MS = DAY_MS

export const renewedUntil = (nowMs: number): number => nowMs + SESSION_TTL_MS

/** True when the last renewal is a day or more ago. */
export const isRenewalDue = (expiresAt: number, nowMs: number): boolean =>
  renewedUntil(nowMs) - expiresAt >= RENEW_AFTER_MS
