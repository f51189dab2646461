import type { OrderState } from '@domain/order/flow'
import { release } from '@domain/order/stock'
import { inTransaction, type Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { moveStock } from '../catalogue/skus'
import { runHooks } from '../order/hooks'
import { moveOrder } from '../order/move'
import { getOrder, lockOrder } from '../order/store'
import { settlePayment } from './settle'
import { lockShelf } from './stock'
import { findPayment, savePaymentClosed } from './store'

export type ClosedBy =
  | { readonly event: 'cancel'; readonly actor: 'member' }
  | { readonly event: 'expire'; readonly actor: 'clock' }

/** A payment opened between our look and our lock makes one more round; a second one of an order can't be opened. */
const ROUNDS = 3

/**
 * Closes an unpaid order: first at WeChat Pay, so that nobody can pay it any more, then here, releasing the stock.
 * Answers the state the order is in afterwards: `closed`, or `paid` where the money was faster. Throws
 * WeChatPayError where WeChat gives no answer: the order then stays as it is.
 */
export async function closeUnpaid(
  deps: Deps,
  orderId: string,
  by: ClosedBy,
  nowMs: number,
): Promise<OrderState> {
  for (let round = 1; round <= ROUNDS; round++) {
    const order = await getOrder(deps.db, orderId)
    if (order.state !== 'unpaid') return order.state
    const isBegun = (await findPayment(deps.db, orderId)) !== null
    if (isBegun && (await deps.pay.close(order.number)) === 'paid') {
      await settlePayment(deps, order.number, nowMs)
      continue
    }
    await inTransaction(deps.db, (tx) => releaseUnpaid(tx, deps, { orderId, by, isBegun, nowMs }))
  }
  const { state } = await getOrder(deps.db, orderId)
  if (state === 'unpaid') throw new Error(`order ${orderId} could not be closed: its payment kept moving`)
  return state
}

interface Release {
  readonly orderId: string
  readonly by: ClosedBy
  /** Whether a payment was there to be closed at WeChat; one that came meanwhile must be closed there first. */
  readonly isBegun: boolean
  readonly nowMs: number
}

async function releaseUnpaid(tx: Tx, deps: Deps, { orderId, by, isBegun, nowMs }: Release): Promise<void> {
  const order = await lockOrder(tx, orderId)
  if (order.state !== 'unpaid') return
  if (!isBegun && (await findPayment(tx, orderId)) !== null) return
  const { lines } = await lockShelf(tx, orderId)
  await moveStock(tx, release(lines))
  await moveOrder(tx, deps, order, { ...by, at: nowMs })
  await savePaymentClosed(tx, orderId, nowMs)
  await runHooks('onOrderClosed', tx, deps, { order, at: nowMs, event: by.event })
}
