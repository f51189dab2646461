import { MINUTE_MS } from '@domain/shop-time'
import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { Deps } from '../../platform/deps'
import { enqueue, type JobRow, type NewJob } from '../../platform/jobs/queue'
import { getOrder } from '../order/store'
import { closeUnpaid } from './close'
import { EXPIRE_ORDER, expiryJob, POLL_PAYMENT, PURSUE_REFUND, pollJob, refundJob } from './jobs'
import { pursueRefund } from './refund'
import { settlePayment } from './settle'

const OrderRound = Type.Object({ orderId: Type.String(), round: Type.Integer() })
const RefundRound = Type.Object({ refundId: Type.String(), round: Type.Integer() })

/** How long after one question the next is asked; the order's expiry ends the asking. */
const ASK_AGAIN_MS = [40_000, MINUTE_MS, 2 * MINUTE_MS, 4 * MINUTE_MS]

/** The queue gives up after a dozen tries; money and stock may not be given up, so the work goes on as a new job. */
const TRIES = 8
const NEXT_ROUND_MS = 30 * MINUTE_MS

/** Registers what the clock does to orders and payments. */
export function registerPaymentJobs(deps: Deps): void {
  deps.jobs.register(EXPIRE_ORDER, async (job, nowMs) => {
    const { orderId, round } = Value.Parse(OrderRound, job.payload)
    const again = () => expiryJob(deps, { id: orderId, expiresAt: nowMs + NEXT_ROUND_MS }, nowMs, round + 1)
    await untilDone(deps, job, again, async () => {
      await closeUnpaid(deps, orderId, { event: 'expire', actor: 'clock' }, nowMs)
    })
  })
  deps.jobs.register(POLL_PAYMENT, async (job, nowMs) => {
    const { orderId, round } = Value.Parse(OrderRound, job.payload)
    const order = await getOrder(deps.db, orderId)
    if (order.state !== 'unpaid') return
    const settled = await settlePayment(deps, order.number, nowMs)
    if (!settled.ok || settled.value !== 'open') return
    const wait = ASK_AGAIN_MS[Math.min(round, ASK_AGAIN_MS.length) - 1]!
    await enqueue(deps.db, pollJob(deps, orderId, round + 1, nowMs + wait, nowMs))
  })
  deps.jobs.register(PURSUE_REFUND, async (job, nowMs) => {
    const { refundId, round } = Value.Parse(RefundRound, job.payload)
    const again = () => refundJob(deps, refundId, round + 1, nowMs + NEXT_ROUND_MS, nowMs)
    await untilDone(deps, job, again, () => pursueRefund(deps, refundId, round, nowMs))
  })
}

async function untilDone(
  deps: Deps,
  job: JobRow,
  again: () => NewJob,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (job.attempts < TRIES) throw error
    deps.log.error({ err: error, job: job.key }, 'still not done; it will be tried again')
    await enqueue(deps.db, again())
  }
}
