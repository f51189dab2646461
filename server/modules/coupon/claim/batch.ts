import type { CouponView } from '@contract/coupon'
import type { Refusal } from '@contract/errors'
import { type ClaimWish, decideBatch, type WishRefusal } from '@domain/coupon/batch'
import type { HeldCoupon } from '@domain/coupon/coupon'
import { ok, type Result, refuse } from '@domain/result'
import { type Db, inTransaction, type Tx, together } from '../../../platform/database'
import type { Deps } from '../../../platform/deps'
import { NOT_FOUND } from '../../../platform/http/session-hook'
import { campaignOf, lockCampaign } from '../campaign-store'
import { copiesIn, heldOf } from '../coupon-store'
import { type OwedSweeps, oweExpiry } from '../expiry'
import { gateFacts } from '../facts/gate-facts'
import { loadStock } from '../stock-store'
import { couponViews } from '../view'
import { claimRefusal } from './refusals'
import { ClaimRaced, writeBatch } from './write'

export type ClaimAnswer = Result<CouponView, Refusal>

const TRIES = 5

/**
 * Carries out a batch of claims of one campaign in one transaction, and answers once it is committed: what was
 * answered survives anything. The campaign's row is locked, so two processes take turns and none oversells.
 */
export async function claimBatch(
  deps: Pick<Deps, 'ids'> & { readonly db: Db },
  known: OwedSweeps,
  campaignId: string,
  wishes: readonly ClaimWish[],
): Promise<ClaimAnswer[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      const done = await inTransaction(deps.db, (tx) => claimIn(tx, deps, known, campaignId, wishes))
      for (const moment of done?.owed ?? []) known.add(moment)
      return await answersOf(deps, wishes, done?.answers ?? null)
    } catch (error) {
      if (attempt === TRIES || !(error instanceof ClaimRaced)) throw error
    }
  }
}

interface Done {
  readonly answers: readonly Result<HeldCoupon, WishRefusal>[]
  readonly owed: readonly number[]
}

/** The same inside the caller's transaction. `known` are the sweeps owed already; answers null where there is no campaign. */
export async function claimIn(
  tx: Tx,
  deps: Pick<Deps, 'ids'>,
  known: OwedSweeps,
  campaignId: string,
  wishes: readonly ClaimWish[],
): Promise<Done | null> {
  const row = await lockCampaign(tx, campaignId)
  if (!row) return null
  const campaign = campaignOf(row)
  const memberIds = [...new Set(wishes.map(({ memberId }) => memberId))]
  const nowMs = Math.max(...wishes.map((wish) => wish.nowMs))
  const [kept, factsOf, stocks] = await together(tx, [
    () => copiesIn(tx, [campaignId], memberIds),
    () => gateFacts(tx, [campaign], memberIds, nowMs),
    () => loadStock(tx, [campaignId], null),
  ])
  const stock = stocks.get(campaignId)!
  const decision = decideBatch(
    campaign,
    wishes,
    (memberId) => factsOf(campaignId, memberId),
    kept.map((it) => ({ coupon: heldOf(it), requestId: it.requestId })),
    stock,
  )
  await writeBatch(tx, campaign, stock, decision)
  const ends = decision.made.map(({ coupon }) => coupon.validUntil)
  return { answers: decision.answers, owed: await oweExpiry(tx, deps, ends, known, nowMs) }
}

/** Each caller's answer, a coupon as it is shown at the moment they asked. */
async function answersOf(
  { db }: { readonly db: Db },
  wishes: readonly ClaimWish[],
  answers: readonly Result<HeldCoupon, WishRefusal>[] | null,
): Promise<ClaimAnswer[]> {
  if (!answers) return wishes.map(() => refuse(NOT_FOUND))
  const view = await couponViews(
    db,
    answers.flatMap((answer) => (answer.ok ? [answer.value] : [])),
  )
  return answers.map((answer, i) =>
    answer.ok ? ok(view(answer.value, wishes[i]!.nowMs)) : refuse(claimRefusal(answer.error)),
  )
}
