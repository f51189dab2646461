import type { giveRefund } from '@contract/after-sale-manage'
import type { Refusal } from '@contract/errors'
import type { BodyOf } from '@contract/route'
import { type Result, refuse } from '@domain/result'
import { inTransaction } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { findOrderById, lockOrder } from '../order/store'
import { amountChanged, askedOf, giveAtOnce, hashOf, replay } from './ask'
import { hasShipped, planOf, standingOf } from './standing'
import { type AfterSaleRow, findByRequest } from './store'

/** The shop gives pieces back by itself: what is not shipped returns to the shelf, what is only if it says so. */
export function giveBack(
  deps: Deps,
  { staffId, nowMs }: { readonly staffId: string; readonly nowMs: number },
  orderId: string,
  body: BodyOf<typeof giveRefund>,
): Promise<Result<AfterSaleRow, Refusal>> {
  return inTransaction(deps.db, async (tx) => {
    if (!(await findOrderById(tx, orderId))) return refuse(NOT_FOUND)
    const order = await lockOrder(tx, orderId)
    const requestHash = hashOf(body)
    const made = await findByRequest(tx, orderId, body.requestId)
    if (made) return replay(made, requestHash)
    const standing = await standingOf(tx, order)
    const planned = planOf(standing, body.lines, body.isShopAtFault, 'refund')
    if (!planned.ok) return planned
    const plan = planned.value
    if (body.expectedFen !== undefined && plan.amount !== body.expectedFen) return refuse(amountChanged(plan))
    const { requestId, reason, note, isShopAtFault } = body
    return giveAtOnce(tx, deps, standing, {
      asked: {
        ...askedOf(deps, order, { requestId, requestHash, kind: 'refund', reason, note, plan, nowMs }),
        askedBy: 'manager',
        isShopAtFault,
        decidedBy: staffId,
        decisionNote: note?.trim() ?? '',
      },
      plan,
      reason,
      isRestocked: !hasShipped(order) || body.isRestocked === true,
      nowMs,
    })
  })
}
