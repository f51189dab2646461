import type { AfterSaleBrief, AfterSaleView, ManagedAfterSale, RefundPreview } from '@contract/after-sale'
import { afterSaleActions } from '@domain/after-sale/flow'
import { memberReasons } from '@domain/after-sale/reasons'
import { fen, sumFen } from '@domain/money'
import type { RefundPlan } from '@domain/order/refund'
import type { Config } from '../../config'
import { pictureOf } from '../catalogue/pictures'
import type { OrderLineRow, OrderRow } from '../order/store'
import { grouped, type RefundRow, type RefundUnits } from '../payment/refund-store'
import { hasShipped, type Standing } from './standing'
import type { AfterSaleRow } from './store'

type LineView = AfterSaleView['lines'][number]

/** A request on its order. */
export const briefOf = (row: AfterSaleRow): AfterSaleBrief => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  quantity: row.units.reduce((sum, { unitNumbers }) => sum + unitNumbers.length, 0),
  amountFen: row.goodsFen + row.freightFen,
  createdAt: row.createdAt,
})

/** Everything a view needs beside the request itself. */
export interface Around {
  readonly order: Pick<OrderRow, 'id' | 'number' | 'address'>
  readonly lines: readonly OrderLineRow[]
  readonly refund: RefundRow | null
  readonly decidedBy: string | null
}

const commonOf = (config: Config, row: AfterSaleRow, { order, lines }: Around) => ({
  id: row.id,
  orderId: row.orderId,
  orderNumber: order.number,
  kind: row.kind,
  state: row.state,
  reason: row.reason as AfterSaleView['reason'],
  note: row.note,
  lines: linesView(config, lines, row.units),
  goodsFen: row.goodsFen,
  freightFen: row.freightFen,
  amountFen: row.goodsFen + row.freightFen,
  isShopAtFault: row.isShopAtFault,
  decisionNote: row.decisionNote,
  parcel:
    row.parcelNumber === null
      ? null
      : { company: row.parcelCompany ?? '', number: row.parcelNumber, sentAt: row.parcelAt ?? row.updatedAt },
  createdAt: row.createdAt,
  decidedAt: row.decidedAt,
  refundedAt: row.refundedAt,
})

/** A request as the member who made it sees it. */
export const afterSaleView = (config: Config, row: AfterSaleRow, around: Around): AfterSaleView => ({
  ...commonOf(config, row, around),
  actions: afterSaleActions(row.state, 'member').filter((event) => event === 'withdraw' || event === 'send'),
})

/** A request as a manager sees it, with its money. */
export const managedView = (config: Config, row: AfterSaleRow, around: Around): ManagedAfterSale => ({
  ...commonOf(config, row, around),
  member: { id: row.memberId, name: around.order.address.name, phone: around.order.address.phone },
  decidedBy: around.decidedBy,
  isRestocked: row.isRestocked,
  money: moneyOf(around.refund),
  actions: managerActions(row, around.refund),
})

function moneyOf(refund: RefundRow | null): ManagedAfterSale['money'] {
  if (!refund) return null
  const { state, outRefundNo, dueAt, sentAt, trouble } = refund
  return {
    state: state === 'requested' ? 'waiting' : state,
    outRefundNo,
    dueAt: state === 'requested' && sentAt === null ? dueAt : null,
    trouble,
  }
}

function managerActions(row: AfterSaleRow, refund: RefundRow | null): ManagedAfterSale['actions'] {
  const moves = afterSaleActions(row.state, 'manager').filter(
    (event) => event === 'approve' || event === 'grant' || event === 'refuse' || event === 'takeBack',
  )
  // Only a return has goods to wait for.
  const fitting = row.kind === 'return' ? moves : moves.filter((event) => event !== 'approve')
  return row.state === 'refunding' && refund && isStuck(refund) ? ['pursue', ...fitting] : fitting
}

/** It needs a person: WeChat gave it up, or refuses it again and again. */
export const isStuck = ({ state, trouble }: RefundRow): boolean =>
  state === 'abnormal' || state === 'closed' || trouble !== null

function linesView(config: Config, lines: readonly OrderLineRow[], units: RefundUnits): LineView[] {
  return lines.flatMap((line) => {
    const own = units.find(({ lineId }) => lineId === line.id)
    if (!own) return []
    return {
      lineId: line.id,
      title: line.title,
      spec: line.spec,
      picture: pictureOf(config, line.image ?? ''),
      quantity: own.unitNumbers.length,
      amountFen: sumFen(own.unitNumbers.map((unit) => fen(line.unitPaidFen[unit] ?? 0))),
    }
  })
}

/** What a plan would pay, as it is shown before it is asked for. */
export const previewOf = (config: Config, { order, lines }: Standing, plan: RefundPlan): RefundPreview => ({
  lines: linesView(config, lines, grouped(plan.units)),
  goodsFen: plan.goods,
  freightFen: plan.freight,
  amountFen: plan.amount,
  mode: hasShipped(order) ? 'request' : 'at_once',
  reasons: memberReasons(hasShipped(order)),
})
