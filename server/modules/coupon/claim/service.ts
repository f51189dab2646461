import type { claimCoupon } from '@contract/coupon'
import type { BodyOf } from '@contract/route'
import type { ClaimWish } from '@domain/coupon/batch'
import { coalesce } from '../../../platform/coalesce'
import { openLane } from '../../../platform/database'
import type { Deps } from '../../../platform/deps'
import { sqlState } from '../../../platform/sql-errors'
import type { OwedSweeps } from '../expiry'
import { type ClaimAnswer, claimBatch } from './batch'

/** A transaction this large still commits within a blink, and a stall costs nobody more than it. */
const MAX_BATCH = 256
/** One batch of a campaign is under way at a time: as many campaigns are claimed side by side. */
const LANE_CONNECTIONS = 4

export type Claim = (
  memberId: string,
  campaignId: string,
  body: BodyOf<typeof claimCoupon>,
  nowMs: number,
) => Promise<ClaimAnswer>

/** Claims and upgrades, those of one campaign in batches, by connections that are theirs: call `close` when done. */
export function claims({ db, ids }: Pick<Deps, 'db' | 'ids'>): { claim: Claim; close(): Promise<void> } {
  const lane = openLane(db, LANE_CONNECTIONS)
  const deps = { db: lane.db, ids }
  const sweeps: OwedSweeps = new Set()
  const enqueue = coalesce<ClaimWish, ClaimAnswer>({
    run: (campaignId, wishes) => claimBatch(deps, sweeps, campaignId, wishes),
    maxBatch: MAX_BATCH,
    // Data (22) and integrity (23) errors are about somebody's row; anything else is about the database.
    isOwnFault: (error) => /^2[23]/.test(sqlState(error) ?? ''),
  })
  const claim: Claim = (memberId, campaignId, { requestId, upgradeOf = null }, nowMs) =>
    enqueue(campaignId, { memberId, requestId, upgradeOf, nowMs, newId: ids.next() })
  return { claim, close: lane.close }
}
