import type { claimCoupon } from '@contract/coupon'
import type { BodyOf } from '@contract/route'
import type { ClaimWish } from '@domain/coupon/batch'
import { coalesce } from '../../../platform/coalesce'
import type { Deps } from '../../../platform/deps'
import { sqlState } from '../../../platform/sql-errors'
import type { OwedSweeps } from '../expiry'
import { type ClaimAnswer, claimBatch } from './batch'

/** A transaction this large still commits within a blink, and a stall costs nobody more than it. */
const MAX_BATCH = 256

export type Claim = (
  memberId: string,
  campaignId: string,
  body: BodyOf<typeof claimCoupon>,
  nowMs: number,
) => Promise<ClaimAnswer>

/** Claims and upgrades, those of one campaign in batches. */
export function claims(deps: Deps): Claim {
  const sweeps: OwedSweeps = new Set()
  const enqueue = coalesce<ClaimWish, ClaimAnswer>({
    run: (campaignId, wishes) => claimBatch(deps, sweeps, campaignId, wishes),
    maxBatch: MAX_BATCH,
    // Data (22) and integrity (23) errors are about somebody's row; anything else is about the database.
    isOwnFault: (error) => /^2[23]/.test(sqlState(error) ?? ''),
  })
  return (memberId, campaignId, { requestId, upgradeOf = null }, nowMs) =>
    enqueue(campaignId, { memberId, requestId, upgradeOf, nowMs, newId: deps.ids.next() })
}
