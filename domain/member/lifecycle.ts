import { DAY_MS } from '../shop-time'
import type { LifecycleStage } from './types'

/** Days since the last sign of life (opening or purchase) at which a buyer turns quiet. */
export const ACTIVE_DAYS = 30
export const DORMANT_DAYS = 90

export interface LifecycleFacts {
  /** When the member agreed to be known (consent, phone or first order); null for a mere visitor. */
  readonly registeredAt: number | null
  readonly lastPaidAt: number | null
  readonly lastTouchAt: number | null
  readonly nowMs: number
}

/**
 * visitor: opened, never registered · registered: no purchase yet · then by the last purchase, with an opening
 * in the last 30 days holding a buyer one stage up: within 30 days active, within 90 dormant, else churned.
 */
export function lifecycleOf({
  registeredAt,
  lastPaidAt,
  lastTouchAt,
  nowMs,
}: LifecycleFacts): LifecycleStage {
  if (lastPaidAt === null) return registeredAt === null ? 'visitor' : 'registered'
  const quietDays = (at: number | null) => (at === null ? Number.POSITIVE_INFINITY : (nowMs - at) / DAY_MS)
  const sincePaid = quietDays(lastPaidAt)
  const isSeen = quietDays(lastTouchAt) <= ACTIVE_DAYS
  if (sincePaid <= ACTIVE_DAYS) return 'active'
  if (sincePaid <= DORMANT_DAYS) return isSeen ? 'active' : 'dormant'
  return isSeen ? 'dormant' : 'churned'
}
