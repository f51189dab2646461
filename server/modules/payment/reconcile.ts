import { fen } from '@domain/money'
import { type Movement, type Reconciliation, reconcile } from '@domain/order/reconcile'
import { DAY_MS, type ShopDay } from '@domain/shop-time'
import { and, eq, gte, inArray, lt, or } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { payments, refunds } from '../../schema/payment'
import type { BillRow } from '../../wechat/pay/bill'

/**
 * Holds a day's payments and refunds against WeChat Pay's bill of that day. What stands on the bill is looked for
 * whenever it happened here; what happened here on the day must stand on the bill. Throws WeChatPayError.
 */
export async function reconcileDay(deps: Pick<Deps, 'db' | 'pay'>, day: ShopDay): Promise<Reconciliation> {
  const bill = await deps.pay.tradeBill(day)
  const from = Date.parse(`${day}T00:00:00+08:00`)
  const ours = [...(await ownPayments(deps.db, bill, from)), ...(await ownRefunds(deps.db, bill, from))]
  return reconcile(ours, bill.map(movementOf))
}

const movementOf = ({ outTradeNo, outRefundNo, amountFen }: BillRow): Movement => ({
  kind: outRefundNo === null ? 'payment' : 'refund',
  number: outRefundNo ?? outTradeNo,
  amountFen: fen(amountFen),
})

async function ownPayments(db: Queryable, bill: readonly BillRow[], from: number): Promise<Movement[]> {
  const named = bill.flatMap(({ outTradeNo, outRefundNo }) => (outRefundNo === null ? outTradeNo : []))
  const ofDay = and(gte(payments.paidAt, from), lt(payments.paidAt, from + DAY_MS))
  const rows = await db
    .select({ number: payments.outTradeNo, amountFen: payments.amountFen })
    .from(payments)
    .where(and(eq(payments.state, 'paid'), or(ofDay, inArray(payments.outTradeNo, named))))
  return rows.map((row) => ({ kind: 'payment', ...row }))
}

async function ownRefunds(db: Queryable, bill: readonly BillRow[], from: number): Promise<Movement[]> {
  const named = bill.flatMap(({ outRefundNo }) => outRefundNo ?? [])
  const ofDay = and(gte(refunds.acceptedAt, from), lt(refunds.acceptedAt, from + DAY_MS))
  const rows = await db
    .select({ number: refunds.outRefundNo, amountFen: refunds.amountFen })
    .from(refunds)
    .where(or(ofDay, inArray(refunds.outRefundNo, named)))
  return rows.map((row) => ({ kind: 'refund', ...row }))
}
