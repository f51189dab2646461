import { type Fen, fen, sumFen, ZERO } from '../money'
import { ok, type Result, refuse } from '../result'

export interface UnitOf {
  readonly lineId: string
  readonly unit: number
}

/** An order's frozen money, and which units went back already. */
export interface RefundableOrder {
  readonly lines: readonly { readonly lineId: string; readonly unitPaid: readonly Fen[] }[]
  readonly freightPaid: Fen
  readonly refundedUnits: readonly UnitOf[]
  readonly isFreightRefunded: boolean
  readonly hasShipped: boolean
}

export interface RefundPlan {
  readonly units: readonly UnitOf[]
  readonly goods: Fen
  readonly freight: Fen
  /** goods + freight; 0 settles without a call to WeChat. */
  readonly amount: Fen
  /** Nothing of the order is left. */
  readonly isLast: boolean
  readonly event: 'refundPart' | 'refundAll'
}

export type RefundError =
  | { readonly code: 'refund.nothing_chosen' }
  | ({ readonly code: 'refund.unknown_unit' | 'refund.already_refunded' } & UnitOf)

const keyOf = ({ lineId, unit }: UnitOf) => `${lineId}#${unit}`

/**
 * What giving these units back pays, from the frozen allocation alone. Freight goes back with the last unit if
 * nothing was shipped, or when the shop is at fault.
 */
export function planRefund(
  order: RefundableOrder,
  units: readonly UnitOf[],
  isShopAtFault: boolean,
): Result<RefundPlan, RefundError> {
  if (units.length === 0) return refuse({ code: 'refund.nothing_chosen' })
  const paidOf = new Map(
    order.lines.flatMap(({ lineId, unitPaid }) =>
      unitPaid.map((paid, unit) => [keyOf({ lineId, unit }), paid] as const),
    ),
  )
  const gone = new Set(order.refundedUnits.map(keyOf))
  for (const { lineId, unit } of units) {
    const key = keyOf({ lineId, unit })
    if (!paidOf.has(key)) return refuse({ code: 'refund.unknown_unit', lineId, unit })
    if (gone.has(key)) return refuse({ code: 'refund.already_refunded', lineId, unit })
    gone.add(key)
  }
  const isLast = gone.size === paidOf.size
  const goods = sumFen(units.map((unit) => paidOf.get(keyOf(unit))!))
  const isFreightDue = isLast && !order.isFreightRefunded && (!order.hasShipped || isShopAtFault)
  const freight = isFreightDue ? order.freightPaid : ZERO
  return ok({
    units,
    goods,
    freight,
    amount: fen(goods + freight),
    isLast,
    event: isLast ? 'refundAll' : 'refundPart',
  })
}
