import type { Refusal } from '@contract/errors'
import type { PaymentParams } from '@contract/order'
import { ok, type Result, refuse } from '@domain/result'
import { HOUR_MS, MINUTE_MS } from '@domain/shop-time'
import { eq } from 'drizzle-orm'
import { inTransaction } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { enqueue } from '../../platform/jobs/queue'
import { members } from '../../schema/member'
import { WeChatPayError } from '../../wechat/pay/pay-error'
import type { PrepayOrder } from '../../wechat/pay/requests'
import { findOrder, getOrder, linesOf, lockOrder, type OrderRow } from '../order/store'
import { pollJob } from './jobs'
import { settlePayment } from './settle'
import { findPayment, openPayment, type PaymentRow, savePaymentClosed, savePrepay } from './store'

/** WeChat lets a prepay_id live two hours; ours is renewed before it can die in the customer's hand. */
const PREPAY_LIFE_MS = 2 * HOUR_MS
const PREPAY_MARGIN_MS = 5 * MINUTE_MS
const FIRST_POLL_MS = 20_000

/**
 * The signed parameters to pay an unpaid order with. Asking again gives the same prepay or, where it has grown old, a
 * fresh one for the identical request. Throws WeChatPayError where WeChat gives no answer.
 */
export async function payOrder(
  deps: Deps,
  memberId: string,
  orderId: string,
  nowMs: number,
): Promise<Result<PaymentParams, Refusal>> {
  const order = await findOrder(deps.db, memberId, orderId)
  if (!order) return refuse(NOT_FOUND)
  const payable = checkPayable(order, nowMs)
  if (!payable.ok) return payable
  const payment = await beginPayment(deps, order, nowMs)
  if (!payment) return refuse(refusalOf(await getOrder(deps.db, orderId)))
  if (payment.prepayId && (payment.prepayExpiresAt ?? 0) - PREPAY_MARGIN_MS > nowMs) {
    return ok(deps.pay.paymentParams(payment.prepayId))
  }
  return prepay(deps, payment, nowMs)
}

function checkPayable(order: OrderRow, nowMs: number): Result<true, Refusal> {
  if (order.state !== 'unpaid') return refuse(refusalOf(order))
  return nowMs < order.expiresAt ? ok(true) : refuse(TIME_IS_OVER)
}

const TIME_IS_OVER: Refusal = { code: 'payment.closed', message: 'The time to pay this order is over.' }

const refusalOf = ({ state }: OrderRow): Refusal =>
  state === 'closed'
    ? TIME_IS_OVER
    : { code: 'order.state_refused', message: `The order is ${state}.`, detail: { state } }

/** The order's payment, opened where there is none. Under the order's lock: a closing order opens none. */
function beginPayment(deps: Deps, { id }: OrderRow, nowMs: number): Promise<PaymentRow | null> {
  return inTransaction(deps.db, async (tx) => {
    const order = await lockOrder(tx, id)
    if (order.state !== 'unpaid') return null
    const there = await findPayment(tx, id)
    if (there) return there
    const [payer] = await tx
      .select({ openid: members.openid })
      .from(members)
      .where(eq(members.id, order.memberId))
    const lines = await linesOf(tx, [id])
    const request: PrepayOrder = {
      outTradeNo: order.number,
      description: describe(lines),
      totalFen: order.payableFen,
      openid: payer!.openid,
      expiresAt: order.expiresAt,
      // A shop that moves to another address must still repeat this order's request as it was.
      notifyUrl: deps.pay.notifyUrl,
    }
    await enqueue(tx, pollJob(deps, id, 1, nowMs + FIRST_POLL_MS, nowMs))
    return openPayment(tx, { id: deps.ids.next(), order, request, nowMs })
  })
}

/** What the customer reads on WeChat's bill. */
function describe(lines: readonly { readonly title: string; readonly quantity: number }[]): string {
  const count = lines.reduce((sum, line) => sum + line.quantity, 0)
  return count > 1 ? `${lines[0]?.title} 等${count}件` : `${lines[0]?.title}`
}

async function prepay(
  deps: Deps,
  payment: PaymentRow,
  nowMs: number,
): Promise<Result<PaymentParams, Refusal>> {
  const { id, orderId, outTradeNo } = payment
  try {
    const { prepayId } = await deps.pay.prepay(payment.request as PrepayOrder)
    await savePrepay(deps.db, id, { prepayId, expiresAt: nowMs + PREPAY_LIFE_MS, nowMs })
    const order = await getOrder(deps.db, orderId)
    if (order.state === 'unpaid') return ok(deps.pay.paymentParams(prepayId))
    // Closed while WeChat was thinking: it did not know the order yet, so it must be closed there once more.
    if (order.state === 'closed') {
      await deps.pay.close(outTradeNo)
      await savePaymentClosed(deps.db, orderId, nowMs)
    }
    return refuse(refusalOf(order))
  } catch (error) {
    if (!(error instanceof WeChatPayError) || error.kind !== 'refused') throw error
    // WeChat refuses because the order was paid or closed there: what it is now decides.
    const settled = await settlePayment(deps, outTradeNo, nowMs)
    if (!settled.ok || settled.value === 'open') throw error
    return refuse(settled.value === 'closed' ? TIME_IS_OVER : refusalOf(await getOrder(deps.db, orderId)))
  }
}
