import type { Refusal } from '@contract/errors'
import { ok, type Result, refuse } from '@domain/result'
import { eq } from 'drizzle-orm'
import { inTransaction } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { afterSales } from '../../schema/after-sale'
import { lockOrder } from '../order/store'
import { pursueRefund } from '../payment/refund'
import { oweRefund } from '../payment/refund-request'
import { lockRefund } from '../payment/refund-store'
import { orUnavailable } from '../payment/unavailable'
import { type AfterSaleRow, findAfterSale } from './store'
import { isStuck } from './view'

/**
 * Tries stuck money again. What WeChat closed is owed anew under another number, for every request that shared it; what
 * is abnormal or was refused is asked for once more at once, under the number it has.
 */
export async function pursue(deps: Deps, id: string, nowMs: number): Promise<Result<AfterSaleRow, Refusal>> {
  const seen = await findAfterSale(deps.db, id)
  if (!seen) return refuse(NOT_FOUND)
  const { refundId } = seen
  if (seen.state !== 'refunding' || refundId === null) return refuse(notStuck(seen))
  const owed = await inTransaction(deps.db, async (tx): Promise<Result<string | null, Refusal>> => {
    const order = await lockOrder(tx, seen.orderId)
    const refund = await lockRefund(tx, refundId)
    const row = await findAfterSale(tx, id)
    if (row?.refundId !== refundId || !isStuck(refund)) return refuse(notStuck(row ?? seen))
    if (refund.state !== 'closed') return ok(refundId)
    const { units, amountFen, freightFen, reason } = refund
    const again = await oweRefund(tx, deps, order, { units, amountFen, freightFen, reason, nowMs })
    if (!again.ok) return again
    await tx
      .update(afterSales)
      .set({ refundId: again.value.refundId, updatedAt: nowMs })
      .where(eq(afterSales.refundId, refundId))
    return ok(null)
  })
  if (!owed.ok) return owed
  const asked = owed.value
  if (asked !== null) {
    const answered = await orUnavailable(deps, async () => {
      await pursueRefund(deps, asked, 1, nowMs)
      return ok(true)
    })
    if (!answered.ok) return answered
  }
  const now = await findAfterSale(deps.db, id)
  return now ? ok(now) : refuse(NOT_FOUND)
}

const notStuck = ({ state }: AfterSaleRow): Refusal => ({
  code: 'after_sale.state_refused',
  message: 'Its money is not stuck; there is nothing to try again.',
  detail: { state },
})
