import { DAY_MS } from '../shop-time'

/** A touch that waited longer in a client's queue counts as this old. */
export const MAX_TOUCH_AGE_MS = 7 * DAY_MS

/**
 * When a touch happened by our clock. The client's clock may be wrong by years, but not the time it saw pass
 * between opening and sending; so: received − (sent − at), never in the future, never older than `maxAgeMs`.
 */
export function clampTouchTime(
  times: { readonly at: number; readonly sentAt: number; readonly receivedAt: number },
  maxAgeMs: number = MAX_TOUCH_AGE_MS,
): number {
  const waited = times.sentAt - times.at
  if (!Number.isFinite(waited) || waited < 0) return times.receivedAt
  return Math.round(times.receivedAt - Math.min(waited, maxAgeMs))
}
