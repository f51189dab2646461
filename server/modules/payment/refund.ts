import type { Refusal } from '@contract/errors'
import { ok, type Result } from '@domain/result'
import { eq } from 'drizzle-orm'
import { inTransaction } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { enqueue } from '../../platform/jobs/queue'
import { refunds } from '../../schema/payment'
import { WeChatPayError } from '../../wechat/pay/pay-error'
import type { Refund } from '../../wechat/pay/refund'
import { lockOrder } from '../order/store'
import { mismatch } from './apply'
import { refundJob } from './jobs'
import { refundSettled } from './refund-settled'
import {
  findRefundByNumber,
  getRefund,
  lockRefund,
  markSent,
  noteTrouble,
  type RefundRow,
} from './refund-store'

type RefundState = RefundRow['state']

const STATE_OF: Record<Refund['state'], RefundState> = {
  SUCCESS: 'succeeded',
  PROCESSING: 'processing',
  ABNORMAL: 'abnormal',
  CLOSED: 'closed',
}

/** How often WeChat is asked again while it says PROCESSING and sends no notification. */
const ASK_AGAIN_MS = [60_000, 5 * 60_000, 30 * 60_000, 60 * 60_000]

/**
 * Carries a refund out, or asks how it stands. Asking WeChat with the same number again is the same refund, so a
 * crash anywhere in between costs nothing. Throws where WeChat gives no answer: the job comes again.
 */
export async function pursueRefund(
  deps: Deps,
  refundId: string,
  round: number,
  nowMs: number,
): Promise<void> {
  const state = await askRefund(deps, refundId, nowMs)
  if (state !== 'processing') return
  const wait = ASK_AGAIN_MS[Math.min(round, ASK_AGAIN_MS.length) - 1]!
  await enqueue(deps.db, refundJob(deps, refundId, round + 1, nowMs + wait, nowMs))
}

/** Asks WeChat for the refund once, takes over what it says, and answers how the refund stands now. */
export async function askRefund(deps: Deps, refundId: string, nowMs: number): Promise<RefundState> {
  const seen = await getRefund(deps.db, refundId)
  if (!isOpen(seen.state)) return seen.state
  await markSent(deps.db, refundId, nowMs)
  // Only now the amount can no longer grow.
  const kept = await getRefund(deps.db, refundId)
  const told = await deps.pay
    .refund({
      outTradeNo: kept.outTradeNo,
      outRefundNo: kept.outRefundNo,
      refundFen: kept.amountFen,
      totalFen: kept.totalFen,
      reason: kept.reason,
    })
    .catch(async (error: unknown) => {
      if (error instanceof WeChatPayError) await noteTrouble(deps.db, refundId, error.code ?? error.kind)
      throw error
    })
  const applied = await applyRefund(deps, told, nowMs)
  if (!applied.ok) throw new Error(`refund ${kept.outRefundNo}: ${applied.error.message}`)
  await noteTrouble(deps.db, refundId, null)
  return applied.value
}

/** Takes over what WeChat says of a refund, by answer or notification. A refund that ended stays as it ended. */
export async function applyRefund(
  deps: Deps,
  told: Refund,
  nowMs: number,
): Promise<Result<RefundState, Refusal>> {
  const found = await findRefundByNumber(deps.db, told.outRefundNo)
  if (!found) return mismatch('There is no refund of this number.')
  return inTransaction(deps.db, async (tx) => {
    // The order before the refund, as everybody else locks them.
    const order = await lockOrder(tx, found.orderId)
    const kept = await lockRefund(tx, found.id)
    if (told.outTradeNo !== order.number) return mismatch('The refund is of another payment.')
    if (kept.amountFen !== told.refundFen) return mismatch('The amount is not the refund’s.')
    const state = STATE_OF[told.state]
    if (!isOpen(kept.state) || kept.state === state) return ok(kept.state)
    // A notification may overtake the answer that accepted the refund.
    if (kept.state === 'abnormal' && state === 'processing') return ok(kept.state)
    if (state === 'abnormal' || state === 'closed') {
      deps.log.error({ outRefundNo: told.outRefundNo, state }, 'a refund needs a person')
    }
    await tx
      .update(refunds)
      .set({
        state,
        refundId: told.refundId,
        acceptedAt: kept.acceptedAt ?? told.acceptedAt ?? nowMs,
        updatedAt: nowMs,
        trouble: null,
        ...(state === 'succeeded' && {
          succeededAt: Math.min(told.refundedAt ?? nowMs, nowMs),
        }),
      })
      .where(eq(refunds.id, kept.id))
    if (state === 'succeeded') await refundSettled(tx, deps, order, kept, nowMs)
    return ok(state)
  })
}

/** WeChat may still say something new of it; an abnormal refund can end well after a person mended it. */
const isOpen = (state: RefundState): boolean =>
  state === 'requested' || state === 'processing' || state === 'abnormal'
