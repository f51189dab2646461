import { REFUND_REASONS } from '@domain/after-sale/reasons'
import { returnOnClose, returnOnRefund } from '@domain/coupon/life'
import { bookMatured, bookReversed } from '@domain/ledger/book'
import { fen } from '@domain/money'
import { DEFAULT_LIMITS } from '@domain/order/limits'
import { planRefund, type UnitOf } from '@domain/order/refund'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/shop-time'
import { askSome, keepGiven } from './after-sales'
import { between, chance, pick, type Random } from './chance'
import { keepEntries, type SeededOrder } from './ledger'
import { note } from './orders'
import { isLeftLying, oweClockwork, sendParcel } from './parcels'
import { moveCoupons } from './purse'
import type { Stage } from './stage'

/** The order was not paid in time: the clock closes it. */
export function closeOrder(stage: Stage, seeded: SeededOrder): void {
  const at = seeded.order.expiresAt
  Object.assign(seeded.order, { state: 'closed', closedAt: at })
  note(stage, seeded, { at, event: 'expire', from: 'unpaid', to: 'closed', actor: 'clock' })
  moveCoupons(seeded.coupons, at, (coupon) => returnOnClose(coupon, seeded.order.id, at))
}

/** What became of a paid order until today: given back, on its way, received, its credit final. */
export function liveOn(next: Random, stage: Stage, seeded: SeededOrder, refundChance: number): void {
  const { order, lines } = seeded
  const paidAt = order.paidAt ?? order.createdAt
  const isRefunded = chance(next, refundChance)
  const isEarly = isRefunded && chance(next, 0.4)
  const shipAt = Math.floor(paidAt + between(next, 5, 20) * HOUR_MS)
  const receiveAt = Math.floor(shipAt + between(next, 0.8, 3) * DAY_MS)
  if (isEarly) {
    const at = Math.floor(paidAt + between(next, 10 * MINUTE_MS, 4 * HOUR_MS))
    const all = lines.flatMap(({ id, quantity }) => units(id, quantity))
    if (at < stage.nowMs) giveBack(stage, seeded, all, { at, actor: 'member', reason: 'changed_mind' })
    return
  }
  if (shipAt >= stage.nowMs || isLeftLying(stage, seeded)) return
  Object.assign(order, { state: 'shipped', shippedAt: shipAt })
  sendParcel(stage, seeded, shipAt)
  note(stage, seeded, { at: shipAt, event: 'ship', from: 'paid', to: 'shipped', actor: 'manager' })
  if (receiveAt >= stage.nowMs) {
    oweClockwork(stage, seeded)
    return
  }
  Object.assign(order, { state: 'received', receivedAt: receiveAt })
  note(stage, seeded, { at: receiveAt, event: 'receive', from: 'shipped', to: 'received', actor: 'wechat' })
  const brokenAt = Math.floor(receiveAt + between(next, 1, 30) * HOUR_MS)
  if (isRefunded && brokenAt < stage.nowMs) {
    const one = [{ lineId: pick(next, lines).id, unit: 0 }]
    giveBack(stage, seeded, one, { at: brokenAt, actor: 'manager', reason: 'damaged' })
  }
  if (!isRefunded) askSome(stage, seeded)
  const matureAt = receiveAt + DEFAULT_LIMITS.matureMs
  oweClockwork(stage, seeded)
  if (matureAt < stage.nowMs) {
    keepEntries(stage, seeded, bookMatured(seeded.ledger, seeded.entries, matureAt))
  }
}

const units = (lineId: string, quantity: number): UnitOf[] =>
  Array.from({ length: quantity }, (_, unit) => ({ lineId, unit }))

interface GivingBack {
  readonly at: number
  readonly actor: 'member' | 'manager'
  readonly reason: keyof typeof REFUND_REASONS
}

function giveBack(
  stage: Stage,
  seeded: SeededOrder,
  chosen: readonly UnitOf[],
  { at, actor, reason }: GivingBack,
): void {
  const { order, lines, ledger, entries } = seeded
  const hasShipped = order.shippedAt !== null
  const freightPaid = fen(order.freightFen - order.freightDiscountFen)
  const refundable = { ...ledger, freightPaid, refundedUnits: [], isFreightRefunded: false, hasShipped }
  const plan = planRefund(refundable, chosen, false)
  if (!plan.ok) throw new Error(`a seeded refund is refused: ${plan.error.code}`)
  const { amount, freight, event } = plan.value
  const refundId = stage.id(at)
  const reversed = bookReversed(ledger, entries, { refundId, units: chosen }, at)
  if (!reversed.ok) throw new Error(`a seeded reversal is refused: ${reversed.error.code}`)
  keepEntries(stage, seeded, reversed.value)
  for (const line of lines) {
    Object.assign(line, { refundedUnits: chosen.filter(({ lineId }) => lineId === line.id).length })
  }
  const from = order.state
  const to = event === 'refundAll' ? 'refunded' : from
  Object.assign(order, { state: to })
  note(stage, seeded, { at, event, from, to, actor })
  moveCoupons(seeded.coupons, at, (coupon) => returnOnRefund(coupon, order.id, event === 'refundAll', at))
  stage.rows.refunds.push({
    id: refundId,
    orderId: order.id,
    outRefundNo: `${order.number}R1`,
    amountFen: amount,
    freightFen: freight,
    reason: REFUND_REASONS[reason],
    units: lines.flatMap(({ id }) => {
      const unitNumbers = chosen.filter(({ lineId }) => lineId === id).map(({ unit }) => unit)
      return unitNumbers.length > 0 ? [{ lineId: id, unitNumbers }] : []
    }),
    state: 'succeeded',
    refundId: `5030000${String(stage.rows.refunds.length).padStart(21, '0')}`,
    acceptedAt: at,
    createdAt: at,
    succeededAt: at,
    updatedAt: at,
  })
  keepGiven(stage, seeded, { at, actor, reason, units: chosen, freightFen: freight, refundId })
}
