import type { Refusal } from '@contract/errors'
import { type ChooseError, chooseUnits, type LineOf } from '@domain/after-sale/choose'
import { holdsUnits, isOwed } from '@domain/after-sale/flow'
import { fen } from '@domain/money'
import { isLive } from '@domain/order/flow'
import { planRefund, type RefundableOrder, type RefundPlan, type UnitOf } from '@domain/order/refund'
import { ok, type Result, refuse } from '@domain/result'
import type { Queryable } from '../../platform/database'
import { linesOf, type OrderLineRow, type OrderRow } from '../order/store'
import { unitsOf } from '../payment/refund-store'
import { unitsInParcels } from './parcels'
import { type AfterSaleRow, afterSalesOf } from './store'

/** An order with everything that was asked back of it. */
export interface Standing {
  readonly order: OrderRow
  readonly lines: readonly OrderLineRow[]
  readonly afterSales: readonly AfterSaleRow[]
  /** Units that are in a parcel. */
  readonly sent: readonly UnitOf[]
}

export async function standingOf(db: Queryable, order: OrderRow): Promise<Standing> {
  return {
    order,
    lines: await linesOf(db, [order.id]),
    afterSales: await afterSalesOf(db, [order.id]),
    sent: (await unitsInParcels(db, order.id)) ?? [],
  }
}

/** Units somebody has asked back, decided or not: nobody can ask again, and none of them may be shipped any more. */
export const spokenForUnits = (afterSales: readonly AfterSaleRow[]): UnitOf[] =>
  afterSales.filter(({ state }) => holdsUnits(state)).flatMap(({ units }) => unitsOf(units))

/** Something of it has left the house: from then on the shop decides. */
export const hasShipped = ({ state, shippedAt }: Pick<OrderRow, 'state' | 'shippedAt'>): boolean =>
  shippedAt !== null || state === 'shipped' || state === 'received'

const refundable = ({ order, lines, afterSales }: Standing): RefundableOrder => {
  const owed = afterSales.filter(({ state }) => isOwed(state))
  return {
    lines: lines.map(({ id, unitPaidFen }) => ({ lineId: id, unitPaid: unitPaidFen.map(fen) })),
    freightPaid: fen(order.freightFen - order.freightDiscountFen),
    refundedUnits: owed.flatMap(({ units }) => unitsOf(units)),
    isFreightRefunded: owed.some(({ freightFen }) => freightFen > 0),
    hasShipped: hasShipped(order),
  }
}

/** What giving so many pieces back pays now. Refused where the order is not paid or the pieces are not there. */
export function planOf(
  standing: Standing,
  wanted: readonly LineOf[] | undefined,
  isShopAtFault: boolean,
  kind: AfterSaleRow['kind'],
): Result<RefundPlan, Refusal> {
  const { order, lines, afterSales, sent } = standing
  if (!isLive(order.state)) {
    const { state } = order
    return refuse({ code: 'order.state_refused', message: `The order is ${state}.`, detail: { state } })
  }
  const pieces = lines.map(({ id, quantity }) => ({ lineId: id, quantity }))
  const units = chooseUnits(
    pieces,
    spokenForUnits(afterSales),
    { sent, comesBack: kind === 'return' },
    wanted,
  )
  if (!units.ok) return refuse(notRefundable(units.error))
  return ok(planUnits(standing, units.value, isShopAtFault))
}

/** What these very units pay now. They must not be owed yet: a broken promise throws. */
export function planUnits(standing: Standing, units: readonly UnitOf[], isShopAtFault: boolean): RefundPlan {
  const plan = planRefund(refundable(standing), units, isShopAtFault)
  if (!plan.ok) throw new Error(`units of order ${standing.order.id}: ${plan.error.code}`)
  return plan.value
}

const notRefundable = (error: ChooseError): Refusal => ({
  code: 'refund.not_refundable',
  message: 'These pieces are given back or asked back already, or are none of this order.',
  field: '/body/lines',
  detail: error,
})
