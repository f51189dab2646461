import type { Refusal } from '@contract/errors'
import { ok, type Result } from '@domain/result'
import { eq, sql } from 'drizzle-orm'
import { inTransaction, type Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { enqueue } from '../../platform/jobs/queue'
import { payments, refunds } from '../../schema/payment'
import type { Refund } from '../../wechat/pay/refund'
import { mismatch } from './apply'
import { refundJob } from './jobs'

type RefundState = (typeof refunds.$inferSelect)['state']

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
  const kept = await findRefund(deps.db, refundId)
  if (!isOpen(kept.state)) return
  const told = await deps.pay.refund({
    outTradeNo: kept.outTradeNo,
    outRefundNo: kept.outRefundNo,
    refundFen: kept.amountFen,
    totalFen: kept.totalFen,
    reason: kept.reason,
  })
  const applied = await applyRefund(deps, told, nowMs)
  if (!applied.ok) throw new Error(`refund ${kept.outRefundNo}: ${applied.error.message}`)
  if (told.state !== 'PROCESSING') return
  const wait = ASK_AGAIN_MS[Math.min(round, ASK_AGAIN_MS.length) - 1]!
  await enqueue(deps.db, refundJob(deps, refundId, round + 1, nowMs + wait, nowMs))
}

/** Takes over what WeChat says of a refund, by answer or notification. A refund that ended stays as it ended. */
export function applyRefund(deps: Deps, told: Refund, nowMs: number): Promise<Result<RefundState, Refusal>> {
  return inTransaction(deps.db, async (tx) => {
    const [kept] = await tx
      .select()
      .from(refunds)
      .where(eq(refunds.outRefundNo, told.outRefundNo))
      .for('update')
    if (!kept) return mismatch('There is no refund of this number.')
    if (kept.amountFen !== told.refundFen) return mismatch('The amount is not the refund’s.')
    const state = STATE_OF[told.state]
    if (!isOpen(kept.state) || kept.state === state) return ok(kept.state)
    if (state === 'abnormal' || state === 'closed') {
      deps.log.error({ outRefundNo: told.outRefundNo, state }, 'a refund needs a person')
    }
    await tx
      .update(refunds)
      .set({
        state,
        refundId: told.refundId,
        updatedAt: nowMs,
        ...(state === 'succeeded' && {
          succeededAt: Math.min(told.refundedAt ?? nowMs, nowMs),
        }),
      })
      .where(eq(refunds.id, kept.id))
    return ok(state)
  })
}

/** WeChat may still say something new of it; an abnormal refund can end well after a person mended it. */
const isOpen = (state: RefundState): boolean =>
  state === 'requested' || state === 'processing' || state === 'abnormal'

async function findRefund(db: Queryable, id: string) {
  const [row] = await db
    .select({
      state: refunds.state,
      outRefundNo: refunds.outRefundNo,
      amountFen: refunds.amountFen,
      reason: refunds.reason,
      outTradeNo: payments.outTradeNo,
      totalFen: payments.amountFen,
    })
    .from(refunds)
    .innerJoin(payments, sql`${payments.orderId} = ${refunds.orderId}`)
    .where(eq(refunds.id, id))
  if (!row) throw new Error(`no refund ${id}`)
  return row
}
