import { createHash } from 'node:crypto'
import type { askRefund } from '@contract/after-sale'
import type { Refusal } from '@contract/errors'
import type { BodyOf } from '@contract/route'
import type { RefundPlan } from '@domain/order/refund'
import { ok, type Result, refuse } from '@domain/result'
import { inTransaction, type Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { findOrder, lockOrder, type OrderRow } from '../order/store'
import { grouped } from '../payment/refund-store'
import { oweUnits, settleFree } from './owe'
import { hasShipped, planOf, type Standing, standingOf } from './standing'
import { type AfterSaleRow, findByRequest, insertAfterSale, type NewAfterSale } from './store'

export type AskBody = BodyOf<typeof askRefund>

/** A member asks pieces back: at once before anything was shipped, afterwards the shop decides. */
export function askForRefund(
  deps: Deps,
  memberId: string,
  orderId: string,
  body: AskBody,
  nowMs: number,
): Promise<Result<AfterSaleRow, Refusal>> {
  return inTransaction(deps.db, async (tx) => {
    if (!(await findOrder(tx, memberId, orderId))) return refuse(NOT_FOUND)
    const order = await lockOrder(tx, orderId)
    const made = await findByRequest(tx, orderId, body.requestId)
    if (made) return replay(made, hashOf(body))
    const standing = await standingOf(tx, order)
    const planned = planOf(standing, body.lines, false, body.kind)
    if (!planned.ok) return planned
    if (planned.value.amount !== body.expectedFen) return refuse(amountChanged(planned.value))
    const asked = askedOf(deps, order, { ...body, requestHash: hashOf(body), plan: planned.value, nowMs })
    if (hasShipped(order)) {
      return ok(await insertAfterSale(tx, deps, { ...asked, askedBy: 'member', state: 'requested' }))
    }
    return giveAtOnce(tx, deps, standing, {
      asked: { ...asked, askedBy: 'member', kind: 'refund' },
      plan: planned.value,
      reason: body.reason,
      isRestocked: true,
      nowMs,
    })
  })
}

export interface Giving {
  readonly asked: Omit<NewAfterSale, 'state' | 'askedBy'> & { readonly askedBy: 'member' | 'manager' }
  readonly plan: RefundPlan
  readonly reason: AskBody['reason']
  readonly isRestocked: boolean
  readonly nowMs: number
}

/** Nobody has to agree: the money is owed with the request. */
export async function giveAtOnce(
  tx: Tx,
  deps: Deps,
  { order }: Standing,
  { asked, plan, reason, isRestocked, nowMs }: Giving,
): Promise<Result<AfterSaleRow, Refusal>> {
  const owed = await oweUnits(tx, deps, order, { plan, reason, actor: asked.askedBy, isRestocked, nowMs })
  if (!owed.ok) return owed
  const { refundId, isFree } = owed.value
  const row = await insertAfterSale(tx, deps, {
    ...asked,
    state: 'refunding',
    freightFen: plan.freight,
    isRestocked,
    refundId,
    decidedAt: nowMs,
  })
  if (!isFree) return ok(row)
  await settleFree(tx, deps, refundId, nowMs)
  const settled = await findByRequest(tx, order.id, asked.requestId)
  return ok(settled ?? row)
}

interface Asked {
  readonly requestId: string
  readonly requestHash: string
  readonly kind: AfterSaleRow['kind']
  readonly reason: string
  readonly note?: string
  readonly plan: RefundPlan
  readonly nowMs: number
}

/** The row of a request, but for who asked and where it stands. */
export const askedOf = (
  { ids }: Pick<Deps, 'ids'>,
  order: OrderRow,
  { requestId, requestHash, kind, reason, note, plan, nowMs }: Asked,
) => ({
  id: ids.next(),
  orderId: order.id,
  memberId: order.memberId,
  requestId,
  requestHash,
  kind,
  reason,
  note: note?.trim() ?? '',
  units: [...grouped(plan.units)],
  goodsFen: plan.goods,
  freightFen: plan.freight,
  createdAt: nowMs,
  updatedAt: nowMs,
})

export const replay = (made: AfterSaleRow, hash: string): Result<AfterSaleRow, Refusal> =>
  made.requestHash === hash
    ? ok(made)
    : refuse({
        code: 'order.request_reused',
        message: 'This requestId made another request already.',
        field: '/body/requestId',
        detail: { afterSaleId: made.id },
      })

export const amountChanged = ({ goods, freight, amount }: RefundPlan): Refusal => ({
  code: 'refund.amount_changed',
  message: 'It pays another amount now; show it before asking again.',
  field: '/body/expectedFen',
  detail: { goodsFen: goods, freightFen: freight, amountFen: amount },
})

/** What makes two calls the same request. */
export function hashOf({ lines, ...rest }: { readonly lines?: AskBody['lines'] }): string {
  const wanted = lines?.map(({ lineId, quantity }) => [lineId, quantity]) ?? 'all'
  return createHash('sha256')
    .update(JSON.stringify([wanted, Object.entries(rest).sort()]))
    .digest('hex')
}
