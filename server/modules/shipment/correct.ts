import type { Refusal } from '@contract/errors'
import { ok, type Result, refuse } from '@domain/result'
import { companyName, isKnownCompany } from '@domain/shipment/companies'
import { eq } from 'drizzle-orm'
import { inTransaction } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { enqueue } from '../../platform/jobs/queue'
import { shipments } from '../../schema/shipment'
import { lockOrder, type OrderRow } from '../order/store'
import { recordAudit } from '../staff/audit'
import { uploadJob } from './jobs'
import { numberUsed, unknownCompany } from './ship'
import { isNumberUsed, noteRevision } from './store'

export interface Correction {
  readonly parcelId: string
  readonly staffId: string
  readonly company: string
  readonly trackingNumber: string
}

/** Corrects what stands on a parcel's label while it is on its way. The same label again changes nothing. */
export async function correctParcel(
  deps: Deps,
  { parcelId, staffId, company, trackingNumber }: Correction,
  nowMs: number,
): Promise<Result<OrderRow, Refusal>> {
  if (!isKnownCompany(company)) return refuse(unknownCompany(company))
  return inTransaction(deps.db, async (tx) => {
    const [found] = await tx.select().from(shipments).where(eq(shipments.id, parcelId))
    if (!found) return refuse<Refusal>(NOT_FOUND)
    const order = await lockOrder(tx, found.orderId)
    if (order.state !== 'shipped') {
      const message = `The order is ${order.state}.`
      return refuse<Refusal>({ code: 'order.state_refused', message, detail: { state: order.state } })
    }
    const label = { companyCode: company, trackingNumber }
    if (found.companyCode === company && found.trackingNumber === trackingNumber) return ok(order)
    if (await isNumberUsed(tx, label, { order, exceptId: parcelId }))
      return refuse(numberUsed(trackingNumber))
    await tx
      .update(shipments)
      .set({ ...label, correctedAt: nowMs })
      .where(eq(shipments.id, parcelId))
    const change = { orderId: order.id, isSplit: false, completedAt: null, nowMs }
    const { revision } = await noteRevision(tx, change)
    await enqueue(tx, uploadJob(deps, { orderId: order.id, revision }, nowMs))
    await recordAudit(tx, deps.ids, {
      at: nowMs,
      actorStaffId: staffId,
      action: 'parcel.correct',
      subject: order.id,
      detail: `${companyName(found.companyCode)} ${found.trackingNumber} → ${companyName(company)} ${trackingNumber}`,
    })
    return ok(order)
  })
}
