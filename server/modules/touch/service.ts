import type { TouchReceipt, TouchReport } from '@contract/touch'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'

export interface TouchBatch {
  readonly memberId: string
  readonly sessionId?: string
  /** The client's clock when it sent the batch: tells how far that clock is off. */
  readonly sentAt: number
  readonly receivedAt: number
  readonly touches: readonly TouchReport[]
}

/**
 * Records openings of the shop, each id once, and answers one receipt per report in the same order. Works inside an
 * order's transaction and outside one. Never refuses: what can't be proven is recorded as unknown.
 */
export async function recordTouches(
  _db: Queryable,
  _deps: Deps,
  _batch: TouchBatch,
): Promise<TouchReceipt[]> {
  throw new Error('touches are not recorded yet')
}
