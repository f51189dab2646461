import { DEFAULT_LIMITS } from '@domain/order/limits'
import { DAY_MS, HOUR_MS } from '@domain/shop-time'
import type { SeededOrder } from './ledger'
import type { Stage } from './stage'

const COMPANIES = ['ZTO', 'YTO', 'SF', 'STO'] as const

/** A few orders of the last days are late, so that the manager's list of what to send has something overdue. */
export function isLeftLying({ nowMs }: Stage, { order }: SeededOrder): boolean {
  const paidAt = order.paidAt ?? order.createdAt
  const age = nowMs - paidAt
  return age > 48 * HOUR_MS && age < 72 * HOUR_MS && Number(order.number.slice(-1)) < 2
}

/** The whole order in one parcel. The simulator knows nothing of the past, so WeChat has not been told of it. */
export function sendParcel(stage: Stage, { order, lines }: SeededOrder, at: number): void {
  const serial = stage.rows.shipments.length
  stage.rows.shipments.push({
    id: stage.id(at),
    orderId: order.id,
    position: 1,
    requestId: order.id,
    companyCode: COMPANIES[serial % COMPANIES.length]!,
    trackingNumber: `7530${String(serial).padStart(9, '0')}`,
    units: lines.map(({ id, quantity }) => ({
      lineId: id,
      unitNumbers: Array.from({ length: quantity }, (_, unit) => unit),
    })),
    shippedAt: at,
  })
  stage.rows.shippings.push({
    orderId: order.id,
    revision: 1,
    uploadedRevision: 1,
    completedAt: at,
    updatedAt: at,
  })
}

/** What the clock still owes an order on its way, or one that was received lately. */
export function oweClockwork(stage: Stage, { order }: SeededOrder): void {
  const owe = (kind: string, key: string, payload: object, dueAt: number) =>
    stage.rows.jobs.push({ id: stage.id(stage.nowMs), kind, key, payload, dueAt, createdAt: stage.nowMs })
  const orderId = order.id
  if (order.state === 'shipped' && order.shippedAt !== null) {
    owe('receipt.watch', `receipt.watch:${orderId}:1`, { orderId, round: 1 }, stage.nowMs + DAY_MS)
  }
  const finalAt = (order.receivedAt ?? 0) + DEFAULT_LIMITS.matureMs
  if (order.state === 'received' && finalAt >= stage.nowMs) {
    owe('ledger.mature', `ledger.mature:${orderId}`, { orderId }, finalAt)
  }
}
