import type { Refusal } from '@contract/errors'
import { consume, settleLatePayment } from '@domain/order/stock'
import { ok, type Result, refuse } from '@domain/result'
import { inTransaction, type Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { isUniqueViolation } from '../../platform/sql-errors'
import type { Transaction } from '../../wechat/pay/transaction'
import { giveLateMoneyBack } from '../after-sale/late-money'
import { moveStock } from '../catalogue/skus'
import { bookEarnings } from '../ledger/service'
import { mayPayLate, runHooks } from '../order/hooks'
import { moveOrder } from '../order/move'
import type { OrderRow } from '../order/store'
import { lockShelf } from './stock'
import { findPayment, lockOrderByNumber, savePaymentPaid } from './store'

/** What a payment did: paid the order, found it paid already, or came too late and goes back. */
export type Applied = 'paid' | 'known' | 'given_back'

/**
 * Takes a payment that WeChat Pay has confirmed, by notification or query. One transaction moves order, payment, stock
 * and ledger together; the same payment again changes nothing, and one that does not fit the order writes nothing.
 */
export async function applyPayment(
  deps: Deps,
  transaction: Transaction,
  nowMs: number,
): Promise<Result<Applied, Refusal>> {
  try {
    return await inTransaction(deps.db, (tx) => apply(tx, deps, transaction, nowMs))
  } catch (error) {
    if (!isUniqueViolation(error, 'payments_transactionId_unique')) throw error
    return mismatch('This transaction has paid another order.')
  }
}

/** WeChat knows no such money, or other money than the order's: somebody must look, and nothing may move. */
export const mismatch = (message: string) => refuse<Refusal>({ code: 'notification.mismatch', message })

async function apply(
  tx: Tx,
  deps: Deps,
  { outTradeNo, transactionId, totalFen, paidAt }: Transaction,
  nowMs: number,
): Promise<Result<Applied, Refusal>> {
  const order = await lockOrderByNumber(tx, outTradeNo)
  const payment = order && (await findPayment(tx, order.id))
  if (!order || !payment) return mismatch('There is no payment of this number.')
  if (transactionId === null) return mismatch('A payment without a transaction.')
  if (totalFen !== payment.amountFen) return mismatch('The amount is not the order’s.')
  if (payment.state === 'paid') {
    return payment.transactionId === transactionId ? ok('known') : mismatch('The order was paid otherwise.')
  }
  await savePaymentPaid(tx, payment.id, { transactionId, paidAt: paidAt ?? nowMs, nowMs })
  // WeChat's clock told us when; ours must still find the payment after the order and not in the future.
  const at = Math.min(Math.max(paidAt ?? nowMs, order.closedAt ?? order.createdAt), nowMs)
  return ok(
    order.state === 'unpaid'
      ? await payInTime(tx, deps, order, at)
      : await payLate(tx, deps, order, at, nowMs),
  )
}

async function payInTime(tx: Tx, deps: Deps, order: OrderRow, at: number): Promise<Applied> {
  const { lines } = await lockShelf(tx, order.id)
  await moveStock(tx, consume(lines))
  await moveOrder(tx, deps, order, { event: 'pay', actor: 'wechat', at })
  await bookEarnings(tx, deps, order.id, at)
  await runHooks('onOrderPaid', tx, deps, { order, at, isLate: false })
  return 'paid'
}

/** What closing released is taken again where all of it is still there, else the money goes back by itself. */
async function payLate(tx: Tx, deps: Deps, order: OrderRow, at: number, nowMs: number): Promise<Applied> {
  const { lines, stock } = await lockShelf(tx, order.id)
  const settled = settleLatePayment(lines, stock)
  if (settled.event === 'payTooLate' || !(await mayPayLate(tx, deps, order))) {
    const reason = settled.event === 'payTooLate' ? 'out_of_stock' : 'other'
    await moveOrder(tx, deps, order, { event: 'payTooLate', actor: 'wechat', at: nowMs })
    await giveLateMoneyBack(tx, deps, order, lines, { reason, nowMs })
    await runHooks('onPaidTooLate', tx, deps, { order, at: nowMs })
    return 'given_back'
  }
  await moveStock(tx, settled.moves)
  await moveOrder(tx, deps, order, { event: settled.event, actor: 'wechat', at })
  await bookEarnings(tx, deps, order.id, at)
  await runHooks('onOrderPaid', tx, deps, { order, at, isLate: true })
  return 'paid'
}
