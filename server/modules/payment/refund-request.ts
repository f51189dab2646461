import type { Refusal } from '@contract/errors'
import { type PaceError, paceRefund } from '@domain/after-sale/pace'
import { fen } from '@domain/money'
import { ok, type Result, refuse } from '@domain/result'
import { eq } from 'drizzle-orm'
import type { Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { enqueue } from '../../platform/jobs/queue'
import { refunds } from '../../schema/payment'
import type { OrderRow } from '../order/store'
import { refundJob } from './jobs'
import { joinedUnits, type RefundUnits, refundsOf } from './refund-store'
import { findPayment } from './store'

export interface Owed {
  readonly units: RefundUnits
  /** Freight included. */
  readonly amountFen: number
  readonly freightFen: number
  /** Read by the customer on WeChat's refund notice. */
  readonly reason: string
  readonly nowMs: number
}

/**
 * Owes the member money of a paid order: the row and the job that carries it out are written with the change that owes
 * it. WeChat knows a refund by `outRefundNo`, the same on every try, so that it is paid once. What WeChat's pace makes
 * wait is joined by what comes next. Call with the order locked; `isFree` has nothing to pay and settles at once.
 */
export async function oweRefund(
  tx: Tx,
  deps: Pick<Deps, 'ids'>,
  order: OrderRow,
  { units, amountFen, freightFen, reason, nowMs }: Owed,
): Promise<Result<{ readonly refundId: string; readonly isFree: boolean }, Refusal>> {
  const earlier = await refundsOf(tx, order.id)
  const payment = await findPayment(tx, order.id)
  const pace = paceRefund({ paidAt: payment?.paidAt ?? order.createdAt, earlier }, amountFen, nowMs)
  if (!pace.ok) return refuse(paceRefusal(pace.error))
  const { value } = pace
  if (value.way === 'join') {
    const [waiting] = await tx.select().from(refunds).where(eq(refunds.id, value.refundId)).for('update')
    // Sent between our look and our lock: it is no longer open to others, so this one waits its own minute.
    if (!waiting || waiting.sentAt !== null) {
      return oweRefund(tx, deps, order, { units, amountFen, freightFen, reason, nowMs })
    }
    await tx
      .update(refunds)
      .set({
        units: joinedUnits(waiting.units, units),
        amountFen: fen(waiting.amountFen + amountFen),
        freightFen: fen(waiting.freightFen + freightFen),
        updatedAt: nowMs,
      })
      .where(eq(refunds.id, waiting.id))
    return ok({ refundId: waiting.id, isFree: false })
  }
  const id = deps.ids.next()
  const dueAt = value.way === 'call' ? value.dueAt : null
  await tx.insert(refunds).values({
    id,
    orderId: order.id,
    outRefundNo: `${order.number}R${earlier.length + 1}`,
    amountFen: fen(amountFen),
    freightFen: fen(freightFen),
    reason,
    units: [...units],
    state: 'requested',
    dueAt,
    createdAt: nowMs,
    updatedAt: nowMs,
  })
  if (dueAt !== null) await enqueue(tx, refundJob(deps, id, 1, dueAt, nowMs))
  return ok({ refundId: id, isFree: dueAt === null })
}

const paceRefusal = (error: PaceError): Refusal =>
  error.code === 'refund.too_many'
    ? {
        code: 'refund.too_many',
        message: `WeChat Pay takes ${error.most} refunds of one order; the rest goes back by hand.`,
        detail: { most: error.most },
      }
    : {
        code: 'refund.too_late',
        message: 'WeChat Pay takes no refund a year after the payment; it goes back by hand.',
        detail: { until: error.until },
      }
