import type { REFUND_REASONS } from '@domain/after-sale/reasons'
import { fen, sumFen, ZERO } from '@domain/money'
import type { UnitOf } from '@domain/order/refund'
import { DAY_MS, HOUR_MS } from '@domain/shop-time'
import { grouped } from '../../server/modules/payment/refund-store'
import type { afterSales } from '../../server/schema/after-sale'
import type { SeededOrder } from './ledger'
import type { Stage } from './stage'

type Row = typeof afterSales.$inferInsert

interface Asked {
  readonly at: number
  readonly reason: keyof typeof REFUND_REASONS
  readonly note?: string
  readonly units: readonly UnitOf[]
}

interface Given extends Asked {
  readonly actor: 'member' | 'manager'
  readonly freightFen: number
  readonly refundId: string
}

/** Requests that still wait for somebody, so that a manager has something to decide and a member to follow. */
const OPEN = [
  { state: 'requested', kind: 'refund', reason: 'spoiled', note: '打开有两个已经烂了，拍了照片' },
  { state: 'requested', kind: 'return', reason: 'not_as_described', note: '规格和页面写的不一样' },
  { state: 'returning', kind: 'return', reason: 'wrong_goods', note: '发成了另一款' },
] as const satisfies readonly Pick<Row, 'state' | 'kind' | 'reason' | 'note'>[]

/** What was given back, as a request that is done. */
export function keepGiven(stage: Stage, seeded: SeededOrder, given: Given): void {
  const { at, actor, refundId } = given
  const isEarly = seeded.order.shippedAt === null
  const row = rowOf(stage, seeded, given, {
    state: 'refunded',
    kind: 'refund',
    freightFen: fen(given.freightFen),
    decidedAt: at,
    refundId,
    refundedAt: at,
    isRestocked: isEarly,
    ...(actor === 'manager' && { decidedBy: managerOf(stage), decisionNote: '已核实，给您退款' }),
  })
  const atOnce: Step[] = [['ask', 'member', 'refunding']]
  const agreed: Step[] = [
    ['ask', 'member', 'requested'],
    ['grant', 'manager', 'refunding'],
  ]
  keep(stage, row, [...(actor === 'member' ? atOnce : agreed), ['settle', 'wechat', 'refunded']])
}

/** A piece of an order that arrived in the last days is asked back, until there are enough of them. */
export function askSome(stage: Stage, seeded: SeededOrder): void {
  const { rows, nowMs } = stage
  const { receivedAt, state } = seeded.order
  const open = rows.afterSales.filter(({ state: is }) => is !== 'refunded')
  const wanted = OPEN[open.length]
  const at = (receivedAt ?? 0) + 3 * HOUR_MS
  if (!wanted || state !== 'received' || at >= nowMs || at < nowMs - 3 * DAY_MS) return
  const line = seeded.lines[0]
  if (!line || rows.afterSales.some(({ orderId }) => orderId === seeded.order.id)) return
  const asked: Asked = { at, reason: wanted.reason, note: wanted.note, units: [{ lineId: line.id, unit: 0 }] }
  const isOnItsWay = wanted.state === 'returning'
  const row = rowOf(stage, seeded, asked, {
    state: wanted.state,
    kind: wanted.kind,
    ...(isOnItsWay && {
      isShopAtFault: true,
      decidedBy: managerOf(stage),
      decidedAt: at,
      decisionNote: '抱歉发错了，请寄回，运费我们承担',
      parcelCompany: '顺丰速运',
      parcelNumber: 'SF1502648137926',
      parcelAt: at,
    }),
  })
  const agreed: Step[] = [
    ['approve', 'manager', 'approved'],
    ['send', 'member', 'returning'],
  ]
  keep(stage, row, [['ask', 'member', 'requested'], ...(isOnItsWay ? agreed : [])])
}

type Step = readonly [event: string, actor: 'member' | 'manager' | 'wechat', to: string]

function keep(stage: Stage, row: Row, steps: readonly Step[]): void {
  stage.rows.afterSales.push(row)
  let fromState: string | null = null
  for (const [event, actor, toState] of steps) {
    const id = stage.id(row.createdAt)
    stage.rows.afterSaleEvents.push({
      id,
      afterSaleId: row.id,
      at: row.createdAt,
      event,
      fromState,
      toState,
      actor,
    })
    fromState = toState
  }
}

function rowOf(
  stage: Stage,
  { order, lines }: SeededOrder,
  { at, reason, note = '', units }: Asked,
  more: Partial<Row> & Pick<Row, 'state' | 'kind'>,
): Row {
  const paid = units.map(({ lineId, unit }) => lines.find(({ id }) => id === lineId)?.unitPaidFen[unit] ?? 0)
  const id = stage.id(at)
  return {
    id,
    orderId: order.id,
    memberId: order.memberId,
    requestId: id,
    requestHash: '',
    askedBy: 'member',
    units: [...grouped(units)],
    reason,
    note,
    goodsFen: sumFen(paid),
    freightFen: ZERO,
    isShopAtFault: false,
    decisionNote: '',
    createdAt: at,
    updatedAt: at,
    ...more,
  }
}

const managerOf = ({ rows }: Stage): string | null =>
  rows.staff.find(({ role }) => role === 'manager')?.id ?? null
