import type { Refusal } from '@contract/errors'
import type { ParcelInput } from '@contract/shipment'
import { ok, type Result, refuse } from '@domain/result'
import { isKnownCompany } from '@domain/shipment/companies'
import { countUnits, type LineUnits, type PackError, pack } from '@domain/shipment/parcels'
import { inTransaction, type Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { enqueue } from '../../platform/jobs/queue'
import { shipments } from '../../schema/shipment'
import { runHooks } from '../order/hooks'
import { moveOrder } from '../order/move'
import { lockOrder, type OrderRow } from '../order/store'
import { uploadJob, watchJob } from './jobs'
import { findAnyOrder, isNumberUsed, noteRevision } from './store'
import { leftToShip, type Packed, packedOf } from './view'

export interface Shipping {
  readonly orderId: string
  /** Null for the shop's own command line. */
  readonly staffId: string | null
  readonly requestId: string
  readonly parcels: readonly ParcelInput[]
}

/**
 * Sends parcels of an order, all of them or none. The first makes the order `shipped`; whatever WeChat must be told is
 * owed as a job. The same requestId again sends nothing more.
 */
export async function shipOrder(
  deps: Deps,
  shipping: Shipping,
  nowMs: number,
): Promise<Result<OrderRow, Refusal>> {
  const unknown = shipping.parcels.find(({ company }) => !isKnownCompany(company))
  if (unknown) return refuse(unknownCompany(unknown.company))
  if (!(await findAnyOrder(deps.db, shipping.orderId))) return refuse(NOT_FOUND)
  return inTransaction(deps.db, (tx) => ship(tx, deps, shipping, nowMs))
}

export const unknownCompany = (company: string): Refusal => ({
  code: 'parcel.company_unknown',
  message: 'WeChat knows no delivery company of this code.',
  detail: { company },
})

export const numberUsed = (trackingNumber: string): Refusal => ({
  code: 'parcel.number_used',
  message: 'Another parcel carries this number.',
  detail: { trackingNumber },
})

async function ship(
  tx: Tx,
  deps: Deps,
  { orderId, staffId, requestId, parcels }: Shipping,
  nowMs: number,
): Promise<Result<OrderRow, Refusal>> {
  const order = await lockOrder(tx, orderId)
  const packed = (await packedOf(tx, [orderId])).get(orderId)!
  if (packed.parcels.some((parcel) => parcel.requestId === requestId)) return ok(order)
  if (order.state !== 'paid' && order.state !== 'shipped') return refuse(stateRefused(order))
  const contents = packInto(packed, parcels)
  if (!contents.ok) return contents
  const numbers = await checkNumbers(tx, order, parcels)
  if (!numbers.ok) return numbers

  await tx.insert(shipments).values(
    parcels.map((parcel, n) => ({
      id: deps.ids.next(),
      orderId,
      position: packed.parcels.length + n + 1,
      requestId,
      companyCode: parcel.company,
      trackingNumber: parcel.trackingNumber,
      units: contents.value[n]!,
      shippedAt: nowMs,
      shippedBy: staffId,
    })),
  )
  const sentNow = contents.value.reduce((sum, units) => sum + countUnits(units), 0)
  const isComplete = countUnits(leftToShip(packed)) === sentNow
  const isSplit = !isComplete || parcels.length > 1
  const completedAt = isComplete ? nowMs : null
  const shipping = await noteRevision(tx, { orderId, isSplit, completedAt, nowMs })
  if (order.state === 'paid') {
    await moveOrder(tx, deps, order, { event: 'ship', actor: 'manager', at: nowMs })
    await runHooks('onOrderShipped', tx, deps, { order, at: nowMs })
    await enqueue(tx, watchJob(deps, orderId, 1, nowMs, nowMs))
  }
  await enqueue(tx, uploadJob(deps, { orderId, revision: shipping.revision }, nowMs))
  return ok(await lockOrder(tx, orderId))
}

const stateRefused = ({ state }: OrderRow): Refusal => ({
  code: 'order.state_refused',
  message: `The order is ${state}.`,
  detail: { state },
})

function packInto(packed: Packed, parcels: readonly ParcelInput[]): Result<LineUnits[][], Refusal> {
  const packing = pack(
    {
      lines: packed.lines.map(({ id, quantity }) => ({ lineId: id, quantity })),
      sent: packed.parcels.flatMap(({ units }) => units),
      gone: packed.gone,
    },
    parcels.map(({ lines }) => ({ lines: lines ?? null })),
    packed.parcels.length,
  )
  return packing.ok ? packing : refuse(packRefusal(packing.error))
}

function packRefusal(error: PackError): Refusal {
  if (error.code === 'parcel.too_many') {
    const message = `WeChat takes no more than ${error.max} parcels of one order.`
    return { code: error.code, message, detail: { max: error.max } }
  }
  const detail = error.code === 'parcel.units_refused' ? { lineId: error.lineId, toShip: error.toShip } : {}
  return { code: 'parcel.units_refused', message: 'So many are not left to be sent.', detail }
}

async function checkNumbers(
  tx: Tx,
  order: OrderRow,
  parcels: readonly ParcelInput[],
): Promise<Result<true, Refusal>> {
  const seen = new Set<string>()
  for (const { company, trackingNumber } of parcels) {
    const label = `${company} ${trackingNumber}`
    const parcel = { companyCode: company, trackingNumber }
    if (seen.has(label) || (await isNumberUsed(tx, parcel, { order, exceptId: null }))) {
      return refuse(numberUsed(trackingNumber))
    }
    seen.add(label)
  }
  return ok(true)
}
