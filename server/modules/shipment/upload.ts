import { countUnits } from '@domain/shipment/parcels'
import { uploadParcel, uploadReason, uploadVerdict } from '@domain/shipment/upload'
import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { Deps } from '../../platform/deps'
import type { JobRow } from '../../platform/jobs/queue'
import { JobRefused } from '../../platform/jobs/refused'
import { MiniProgramError } from '../../wechat/mini-program-error'
import type { ShippingInfo } from '../../wechat/order-shipping'
import { getOrder, type OrderRow } from '../order/store'
import { findShipping, payerOf, type ShippingRow, saveUpload } from './store'
import { type Packed, packedOf } from './view'

const Payload = Type.Object({ orderId: Type.String(), revision: Type.Integer() })
const ALREADY_SHIPPED = 10060002

/**
 * Tells WeChat of an order's parcels, all of them as they stand now: a later telling replaces an earlier one, so jobs
 * that meet, come late or come twice end in the same state. Throws where WeChat must be asked again; a refusal that a
 * person must look at is kept on the order and ends the job.
 */
export async function uploadShipping(deps: Deps, job: JobRow): Promise<void> {
  const { orderId, revision } = Value.Parse(Payload, job.payload)
  const order = await getOrder(deps.db, orderId)
  const shipping = await findShipping(deps.db, orderId)
  if (!shipping || shipping.uploadedRevision >= revision) return
  // All of the money went back: WeChat wants no goods sent for it.
  if (order.state === 'refunded') return
  const info = await shippingInfo(deps, order, shipping)
  const told = {
    upload: 'uploaded',
    errcode: null,
    reason: null,
    uploadedRevision: shipping.revision,
  } as const
  try {
    await deps.miniProgram.uploadShipping(info)
  } catch (error) {
    if (!(await isKnown(deps, info, error))) return refused(deps, orderId, error)
  }
  await saveUpload(deps.db, orderId, told, deps.clock.now())
}

async function shippingInfo(deps: Deps, order: OrderRow, shipping: ShippingRow): Promise<ShippingInfo> {
  const payer = await payerOf(deps.db, order.id)
  if (!payer) throw new JobRefused(`order ${order.number} was sent and has no payment`)
  const packed: Packed = (await packedOf(deps.db, [order.id])).get(order.id)!
  const titleOf = (lineId: string) => packed.lines.find(({ id }) => id === lineId)?.title ?? '商品'
  return {
    ...payer,
    parcels: packed.parcels
      .filter(({ units }) => countUnits(units) > 0)
      .map((parcel) => uploadParcel(parcel, titleOf, order.address.phone)),
    isSplit: shipping.isSplit,
    isAllSent: shipping.completedAt !== null,
    at: deps.clock.now(),
  }
}

/** Whether WeChat refused only because it has all of it already, from us or by hand. */
async function isKnown(deps: Deps, info: ShippingInfo, error: unknown): Promise<boolean> {
  if (!(error instanceof MiniProgramError) || error.errcode === null) return false
  if (uploadVerdict(error.errcode).verdict === 'known') return true
  if (error.errcode !== ALREADY_SHIPPED || !info.isAllSent) return false
  const state = await deps.miniProgram.getShippingState(info.transactionId)
  return state?.isAllSent ?? false
}

async function refused(deps: Deps, orderId: string, error: unknown): Promise<never> {
  if (!(error instanceof MiniProgramError) || error.errcode === null || error.kind !== 'refused') throw error
  const { errcode } = error
  const verdict = uploadVerdict(errcode)
  const reason = uploadReason(errcode)
  const upload = verdict.verdict === 'refused' ? 'refused' : 'waiting'
  await saveUpload(deps.db, orderId, { upload, errcode, reason }, deps.clock.now())
  if (upload === 'waiting') throw error
  deps.log.error({ orderId, errcode }, 'WeChat refuses the shipping information of an order')
  throw new JobRefused(`${reason} (errcode ${errcode})`)
}
