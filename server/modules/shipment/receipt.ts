import type { Refusal } from '@contract/errors'
import { ok, type Result, refuse } from '@domain/result'
import { isConfirmed, nextLook, receiptBy, receiveBy } from '@domain/shipment/receipt'
import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { inTransaction } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { enqueue, type JobRow } from '../../platform/jobs/queue'
import { MiniProgramError } from '../../wechat/mini-program-error'
import type { ShippingOrderState } from '../../wechat/order-shipping'
import { runHooks } from '../order/hooks'
import { moveOrder } from '../order/move'
import { findOrder, getOrder, lockOrder, type OrderRow } from '../order/store'
import { readSettings } from '../shop/settings'
import { lookSoonJob, watchJob } from './jobs'
import { findShipping, payerOf } from './store'

/** Marks an order received, once, however many say so. Answers whether it was this call. */
export function takeReceipt(
  deps: Deps,
  orderId: string,
  { actor, at }: { readonly actor: 'wechat' | 'clock'; readonly at: number },
  nowMs: number,
): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order.state !== 'shipped') return false
    // WeChat's clock told us when; ours must still find it after the shipment and not in the future.
    const receivedAt = Math.min(Math.max(at, order.shippedAt ?? at), nowMs)
    await moveOrder(tx, deps, order, { event: 'receive', actor, at: receivedAt })
    await runHooks('onOrderReceived', tx, deps, { order, at: receivedAt })
    return true
  })
}

/**
 * The member has used WeChat's component: what WeChat says now counts, never what the client heard. Answers false where
 * WeChat has nothing confirmed (yet); it is asked once more by itself.
 */
export async function confirmReceipt(
  deps: Deps,
  memberId: string,
  orderId: string,
  nowMs: number,
): Promise<Result<{ readonly received: boolean; readonly order: OrderRow }, Refusal>> {
  const order = await findOrder(deps.db, memberId, orderId)
  if (!order) return refuse(NOT_FOUND)
  if (order.state === 'received') return ok({ received: true, order })
  if (order.state !== 'shipped') {
    const { state } = order
    return refuse({ code: 'order.state_refused', message: `The order is ${state}.`, detail: { state } })
  }
  const told = await askWeChat(deps, orderId)
  if (told === 'silent') {
    return refuse({ code: 'shipping.unavailable', message: 'WeChat gives no answer; try again.' })
  }
  if (told && isConfirmed(told.state)) {
    await takeReceipt(deps, orderId, { actor: 'wechat', at: nowMs }, nowMs)
    return ok({ received: true, order: await getOrder(deps.db, orderId) })
  }
  await enqueue(deps.db, lookSoonJob(deps, orderId, nowMs))
  return ok({ received: false, order })
}

const Payload = Type.Object({ orderId: Type.String(), round: Type.Integer() })

/** Follows WeChat's own state of an order, and receives it by rule where WeChat says nothing for long enough. */
export async function watchReceipt(deps: Deps, job: JobRow, nowMs: number): Promise<void> {
  const { orderId, round } = Value.Parse(Payload, job.payload)
  const order = await getOrder(deps.db, orderId)
  if (order.state !== 'shipped') return
  const dueAt = await receiptDueAt(deps, order)
  const told = await askWeChat(deps, orderId)
  const by = receiptBy(told === 'silent' ? null : told, dueAt, nowMs)
  if (by !== 'wait') {
    await takeReceipt(deps, orderId, { actor: by, at: nowMs }, nowMs)
    return
  }
  if (round === 0) return
  await enqueue(deps.db, watchJob(deps, orderId, round + 1, nextLook(nowMs, dueAt ?? 0), nowMs))
}

/** When the order counts as received by itself; null while something of it is not sent. */
async function receiptDueAt(deps: Deps, order: OrderRow): Promise<number | null> {
  const shipping = await findShipping(deps.db, order.id)
  const { limits } = await readSettings(deps.db)
  // An order sent before parcels were kept has no shipping of its own.
  const completedAt = shipping && shipping.revision > 0 ? shipping.completedAt : order.shippedAt
  return completedAt === null ? null : receiveBy(completedAt, limits.autoReceiveMs)
}

async function askWeChat(deps: Deps, orderId: string): Promise<ShippingOrderState | null | 'silent'> {
  const payer = await payerOf(deps.db, orderId)
  if (!payer) return null
  try {
    return await deps.miniProgram.getShippingState(payer.transactionId)
  } catch (error) {
    if (!(error instanceof MiniProgramError)) throw error
    deps.log.warn({ err: error, orderId }, 'WeChat does not say how an order stands')
    return 'silent'
  }
}
