import type { Refusal } from '@contract/errors'
import { type AfterSaleActor, type AfterSaleEvent, nextAfterSale } from '@domain/after-sale/flow'
import type { REFUND_REASONS } from '@domain/after-sale/reasons'
import { ok, type Result, refuse } from '@domain/result'
import { DAY_MS } from '@domain/shop-time'
import { inTransaction, type Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { enqueue } from '../../platform/jobs/queue'
import { lockOrder, type OrderRow } from '../order/store'
import { unitsOf } from '../payment/refund-store'
import { lapseJob } from './jobs'
import { oweUnits, settleFree } from './owe'
import { planUnits, standingOf } from './standing'
import { type AfterSaleMove, type AfterSaleRow, findAfterSale, moveAfterSale } from './store'

/** How long a member may take to send the goods after the shop agreed. */
const SEND_WITHIN_MS = 14 * DAY_MS

export interface Decision {
  readonly id: string
  readonly staffId: string
  readonly nowMs: number
}

/** The shop agrees: a return waits for its goods, anything else is owed at once. */
export const approve = (
  deps: Deps,
  { id, staffId, nowMs }: Decision,
  given: { readonly isShopAtFault: boolean; readonly mayKeepGoods?: boolean; readonly note?: string },
): Promise<Result<AfterSaleRow, Refusal>> =>
  locked(deps, id, async (tx, row, order) => {
    const waitsForGoods = row.kind === 'return' && given.mayKeepGoods !== true
    const { isShopAtFault, note = '' } = given
    const set = { isShopAtFault, decisionNote: note.trim(), decidedBy: staffId, decidedAt: nowMs }
    if (!waitsForGoods) return owe(tx, deps, { row, order, event: 'grant', isRestocked: false, set, nowMs })
    const refused = refusalOf(row, 'approve', 'manager')
    if (refused) return refuse(refused)
    await enqueue(tx, lapseJob(deps, id, nowMs + SEND_WITHIN_MS, nowMs))
    return ok(await moveAfterSale(tx, deps, row, { event: 'approve', actor: 'manager', at: nowMs, set }))
  })

/** The shop declines, with a reason the member reads; also goods that came back spoiled. */
export const decline = (
  deps: Deps,
  { id, staffId, nowMs }: Decision,
  note: string,
): Promise<Result<AfterSaleRow, Refusal>> =>
  moved(deps, id, {
    event: 'refuse',
    actor: 'manager',
    at: nowMs,
    note,
    set: { decisionNote: note.trim(), decidedBy: staffId, decidedAt: nowMs },
  })

/** The goods are in the house again: what can be sold returns to the shelf, and the money is owed. */
export const takeBack = (
  deps: Deps,
  { id, staffId, nowMs }: Decision,
  given: { readonly isRestocked: boolean; readonly isShopAtFault?: boolean },
): Promise<Result<AfterSaleRow, Refusal>> =>
  locked(deps, id, (tx, row, order) => {
    const isShopAtFault = given.isShopAtFault ?? row.isShopAtFault
    const set = { isShopAtFault, decidedBy: staffId }
    return owe(tx, deps, { row, order, event: 'takeBack', isRestocked: given.isRestocked, set, nowMs })
  })

interface Owing {
  readonly row: AfterSaleRow
  readonly order: OrderRow
  readonly event: 'grant' | 'takeBack'
  readonly isRestocked: boolean
  readonly set: NonNullable<AfterSaleMove['set']> & { readonly isShopAtFault: boolean }
  readonly nowMs: number
}

async function owe(
  tx: Tx,
  deps: Deps,
  { row, order, event, isRestocked, set, nowMs }: Owing,
): Promise<Result<AfterSaleRow, Refusal>> {
  const refused = refusalOf(row, event, 'manager')
  if (refused) return refuse(refused)
  const plan = planUnits(await standingOf(tx, order), unitsOf(row.units), set.isShopAtFault)
  const reason = row.reason as keyof typeof REFUND_REASONS
  const owed = await oweUnits(tx, deps, order, { plan, reason, actor: 'manager', isRestocked, nowMs })
  if (!owed.ok) return owed
  const { refundId, isFree } = owed.value
  const amounts = { goodsFen: plan.goods, freightFen: plan.freight }
  const row2 = await moveAfterSale(tx, deps, row, {
    event,
    actor: 'manager',
    at: nowMs,
    set: { ...set, ...amounts, isRestocked, refundId },
  })
  if (!isFree) return ok(row2)
  await settleFree(tx, deps, refundId, nowMs)
  return ok((await findAfterSale(tx, row.id)) ?? row2)
}

/** A move that changes nothing but the request. */
export const moved = (
  deps: Deps,
  id: string,
  move: AfterSaleMove,
  memberId: string | null = null,
): Promise<Result<AfterSaleRow, Refusal>> =>
  locked(
    deps,
    id,
    async (tx, row) => {
      const refused = refusalOf(row, move.event, move.actor)
      return refused ? refuse(refused) : ok(await moveAfterSale(tx, deps, row, move))
    },
    memberId,
  )

/** Works on a request with its order locked: whoever decides twice, or at the same moment, is told how it stands. */
export function locked(
  deps: Deps,
  id: string,
  work: (tx: Tx, row: AfterSaleRow, order: OrderRow) => Promise<Result<AfterSaleRow, Refusal>>,
  memberId: string | null = null,
): Promise<Result<AfterSaleRow, Refusal>> {
  return inTransaction(deps.db, async (tx) => {
    const seen = await findAfterSale(tx, id)
    if (!seen || (memberId !== null && seen.memberId !== memberId)) return refuse(NOT_FOUND)
    const order = await lockOrder(tx, seen.orderId)
    const row = await findAfterSale(tx, id)
    return row ? work(tx, row, order) : refuse(NOT_FOUND)
  })
}

function refusalOf({ state }: AfterSaleRow, event: AfterSaleEvent, actor: AfterSaleActor): Refusal | null {
  if (nextAfterSale(state, event, actor).ok) return null
  return {
    code: 'after_sale.state_refused',
    message: `The request is ${state}; it can't ${event}.`,
    detail: { state },
  }
}
