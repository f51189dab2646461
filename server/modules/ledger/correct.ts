import type { Refusal } from '@contract/errors'
import { bookCorrected } from '@domain/ledger/book'
import { commissionRate } from '@domain/ledger/rate'
import { ok, type Result, refuse } from '@domain/result'
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { StaffCaller } from '../../platform/caller'
import { inTransaction, type Queryable, type Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { corrections, ledgerEntries } from '../../schema/credit'
import { orders } from '../../schema/order'
import { staff } from '../../schema/staff'
import { recordAudit } from '../staff/audit'
import { type KeptOrder, loadLedgerOrders } from './orders'
import { lineRates } from './rates'
import { entryOf, rowOf } from './rows'

export interface CorrectionWish {
  /** The same id corrects once. */
  readonly requestId: string
  /** null: nobody. Leavers may be named: what they earned is theirs. */
  readonly toStaffId: string | null
  readonly reason: string
}

/**
 * Moves what is left of an order's credit: per line a pair that takes and gives, and an audit row. What was refunded
 * stays with whom it was taken from; the new holder's own rate is frozen on the entries.
 */
export function correctCredit(
  deps: Deps,
  caller: StaffCaller,
  orderId: string,
  wish: CorrectionWish,
  nowMs: number,
): Promise<Result<null, Refusal>> {
  return inTransaction(deps.db, async (tx): Promise<Result<null, Refusal>> => {
    const [locked] = await tx
      .select({ id: orders.id })
      .from(orders)
      .where(eq(orders.id, orderId))
      .for('update')
    if (!locked) return refuse(NOT_FOUND)
    const [made] = await tx.select().from(corrections).where(eq(corrections.requestId, wish.requestId))
    if (made) return made.orderId === orderId && made.toStaffId === wish.toStaffId ? ok(null) : refuse(REUSED)
    const { toStaffId, requestId, reason } = wish
    const staffBps = toStaffId === null ? 0 : await rateOf(tx, toStaffId)
    if (staffBps === null) return refuse({ ...NOT_FOUND, field: '/body/toStaffId' })
    const correctionId = deps.ids.next()
    const byStaffId = caller.staff.staffId
    await tx
      .insert(corrections)
      .values({ id: correctionId, orderId, toStaffId, reason, at: nowMs, byStaffId, requestId })
    const booked = await book(tx, deps, orderId, { correctionId, toStaffId, staffBps }, nowMs)
    if (!booked.ok) return booked
    const detail = JSON.stringify({ toStaffId, reason })
    const audit = { at: nowMs, actorStaffId: byStaffId, action: 'credit.corrected', subject: orderId, detail }
    await recordAudit(tx, deps.ids, audit)
    return ok(null)
  })
}

async function rateOf(db: Queryable, staffId: string): Promise<number | null> {
  const [row] = await db
    .select({ bps: staff.commissionBps })
    .from(staff)
    .where(and(eq(staff.id, staffId), isNotNull(staff.memberId)))
  return row?.bps ?? null
}

interface Booking {
  readonly correctionId: string
  readonly toStaffId: string | null
  readonly staffBps: number
}

async function book(
  tx: Tx,
  { ids }: Pick<Deps, 'ids'>,
  orderId: string,
  { correctionId, toStaffId, staffBps }: Booking,
  at: number,
): Promise<Result<null, Refusal>> {
  const [order] = await loadLedgerOrders(tx, [orderId])
  if (!order) return refuse(NOT_FOUND)
  const rows = await tx
    .select()
    .from(ledgerEntries)
    .where(eq(ledgerEntries.orderId, orderId))
    .orderBy(asc(ledgerEntries.at), asc(ledgerEntries.id))
  const commissionBps = await ratesOf(tx, order, staffBps)
  // The order of the entries is the order of their times: a correction never stands before what it corrects.
  const bookedAt = Math.max(at, rows.at(-1)?.at ?? at)
  const booked = bookCorrected(order, rows.map(entryOf), { correctionId, toStaffId, commissionBps }, bookedAt)
  if (!booked.ok) return refuse(refusedBy(booked.error.code))
  const quantityOf = new Map(order.lines.map(({ lineId, unitPaid }) => [lineId, unitPaid.length]))
  const added = booked.value.map((entry) =>
    rowOf(ids.next(), entry, { groupId: order.groupId, quantity: quantityOf.get(entry.lineId) ?? 0 }),
  )
  await tx.insert(ledgerEntries).values(added)
  return ok(null)
}

async function ratesOf(
  db: Queryable,
  order: KeptOrder,
  staffBps: number,
): Promise<Record<string, number | null>> {
  const byLine = await lineRates(db, order.orderId, staffBps)
  const flat = commissionRate(staffBps, null)
  return byLine ?? Object.fromEntries(order.lines.map(({ lineId }) => [lineId, flat]))
}

const refusedBy = (fault: string): Refusal => ({
  code: 'correction.refused',
  message: 'There is no credit to move: the order is unpaid, given back, or theirs already.',
  detail: { fault },
})

const REUSED: Refusal = {
  code: 'order.request_reused',
  message: 'This requestId made another correction already.',
  field: '/body/requestId',
}
