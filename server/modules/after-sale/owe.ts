import type { Refusal } from '@contract/errors'
import { REFUND_REASONS } from '@domain/after-sale/reasons'
import type { RefundPlan } from '@domain/order/refund'
import { putBack } from '@domain/order/stock'
import type { Result } from '@domain/result'
import { eq } from 'drizzle-orm'
import type { Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { refunds } from '../../schema/payment'
import { moveStock } from '../catalogue/skus'
import { moveOrder } from '../order/move'
import { lockOrder, type OrderLineRow, type OrderRow } from '../order/store'
import { oweRefund } from '../payment/refund-request'
import { refundSettled } from '../payment/refund-settled'
import { grouped, lockRefund, type RefundUnits } from '../payment/refund-store'
import { lockShelf } from '../payment/stock'
import { unitsInHouse } from './in-house'

export interface Owing {
  readonly plan: RefundPlan
  readonly reason: keyof typeof REFUND_REASONS
  readonly actor: 'member' | 'manager'
  /** What was sent is back and can be sold again; what was not sent returns to the shelf anyway. */
  readonly isRestocked: boolean
  readonly nowMs: number
}

/**
 * Gives units back: the order moves, what is in the house returns to the shelf, and the money is owed. The request that
 * asked is written by the caller, with the refund's id, before `settleFree`. Call with the order locked.
 */
export async function oweUnits(
  tx: Tx,
  deps: Deps,
  order: OrderRow,
  { plan, reason, actor, isRestocked, nowMs }: Owing,
): Promise<Result<{ readonly refundId: string; readonly isFree: boolean }, Refusal>> {
  const units = grouped(plan.units)
  const owed = await oweRefund(tx, deps, order, {
    units,
    amountFen: plan.amount,
    freightFen: plan.freight,
    reason: REFUND_REASONS[reason],
    nowMs,
  })
  if (!owed.ok) return owed
  await moveOrder(tx, deps, order, { event: plan.event, actor, at: nowMs })
  const back = isRestocked ? plan.units : await unitsInHouse(tx, order, plan.units)
  if (back.length > 0) {
    const { lines } = await lockShelf(tx, order.id)
    await moveStock(tx, putBack(piecesOf(lines, grouped(back))))
  }
  return owed
}

/** A refund of nothing needs no call to WeChat: it is settled in the same transaction. */
export async function settleFree(tx: Tx, deps: Deps, refundId: string, nowMs: number): Promise<void> {
  const refund = await lockRefund(tx, refundId)
  await tx
    .update(refunds)
    .set({ state: 'succeeded', succeededAt: nowMs, updatedAt: nowMs })
    .where(eq(refunds.id, refundId))
  await refundSettled(tx, deps, await lockOrder(tx, refund.orderId), refund, nowMs)
}

const piecesOf = (lines: readonly OrderLineRow[], units: RefundUnits) =>
  units.map(({ lineId, unitNumbers }) => ({
    skuId: lines.find(({ id }) => id === lineId)!.skuId,
    quantity: unitNumbers.length,
  }))
