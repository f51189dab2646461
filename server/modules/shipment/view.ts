import type { OrderParcels, ParcelView, ShippingOrder } from '@contract/shipment'
import { companyName } from '@domain/shipment/companies'
import { countUnits, isOverdue, type LineUnits, shipBy, unitsToShip } from '@domain/shipment/parcels'
import { receiveBy } from '@domain/shipment/receipt'
import type { Config } from '../../config'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { pictureOf } from '../catalogue/pictures'
import { linesOf, type OrderLineRow, type OrderRow } from '../order/store'
import { readSettings } from '../shop/settings'
import {
  type GoneUnits,
  goneUnitsOf,
  type ParcelRow,
  parcelsOf,
  payerOf,
  type ShippingRow,
  shippingsOf,
} from './store'

export interface Packed {
  readonly lines: readonly OrderLineRow[]
  readonly parcels: readonly ParcelRow[]
  readonly gone: readonly LineUnits[]
  readonly shipping: ShippingRow | null
}

/** Everything about the shipping of several orders, in four queries however many they are. */
export async function packedOf(db: Queryable, orderIds: readonly string[]): Promise<Map<string, Packed>> {
  if (orderIds.length === 0) return new Map()
  const lines = await linesOf(db, orderIds)
  const parcels = await parcelsOf(db, orderIds)
  const gone = await goneUnitsOf(db, orderIds)
  const shippings = await shippingsOf(db, orderIds)
  const own = <T extends { readonly orderId: string }>(rows: readonly T[], id: string) =>
    rows.filter((row) => row.orderId === id)
  return new Map(
    orderIds.map((id) => [
      id,
      {
        lines: own(lines, id),
        parcels: own(parcels, id),
        gone: own<GoneUnits>(gone, id).flatMap(({ units }) => units),
        shipping: own(shippings, id)[0] ?? null,
      },
    ]),
  )
}

/** What is in the house still, of what was paid. */
export const leftToShip = ({ lines, parcels, gone }: Packed): LineUnits[] =>
  unitsToShip({
    lines: lines.map(({ id, quantity }) => ({ lineId: id, quantity })),
    sent: parcels.flatMap(({ units }) => units),
    gone,
  })

type Shown = Pick<Config, 'dataDir' | 'simulated'>

const lineFace = (config: Shown, line: OrderLineRow) => ({
  lineId: line.id,
  title: line.title,
  spec: line.spec,
  picture: pictureOf(config, line.image ?? ''),
})

function parcelView(
  config: Shown,
  order: Pick<OrderRow, 'state' | 'receivedAt'>,
  lines: readonly OrderLineRow[],
  parcel: ParcelRow,
): ParcelView {
  return {
    id: parcel.id,
    position: parcel.position,
    company: { code: parcel.companyCode, name: companyName(parcel.companyCode) },
    trackingNumber: parcel.trackingNumber,
    lines: parcel.units.flatMap(({ lineId, unitNumbers }) => {
      const line = lines.find(({ id }) => id === lineId)
      return line ? [{ ...lineFace(config, line), quantity: unitNumbers.length }] : []
    }),
    state: order.receivedAt === null ? 'shipped' : 'received',
    shippedAt: parcel.shippedAt,
    correctedAt: parcel.correctedAt,
  }
}

/** An order as whoever packs it needs it. */
export function shippingOrder(config: Shown, order: OrderRow, packed: Packed, nowMs: number): ShippingOrder {
  const { lines, parcels, gone, shipping } = packed
  const left = leftToShip(packed)
  const isOpen = (order.state === 'paid' || order.state === 'shipped') && countUnits(left) > 0
  const paidAt = order.paidAt ?? order.createdAt
  const unitsIn = (sets: readonly LineUnits[], lineId: string) =>
    new Set(sets.filter((set) => set.lineId === lineId).flatMap(({ unitNumbers }) => unitNumbers)).size
  return {
    id: order.id,
    number: order.number,
    state: order.state,
    paidAt,
    shipBy: shipBy(paidAt),
    isOverdue: isOpen && isOverdue(paidAt, nowMs),
    remindedAt: shipping?.remindedAt ?? null,
    payableFen: order.payableFen,
    remark: order.remark,
    address: order.address,
    lines: lines.map((line) => ({
      ...lineFace(config, line),
      quantity: line.quantity,
      refunded: unitsIn(gone, line.id),
      shipped: unitsIn(
        parcels.flatMap(({ units }) => units),
        line.id,
      ),
      toShip: isOpen ? unitsIn(left, line.id) : 0,
    })),
    parcels: parcels.map((parcel) => parcelView(config, order, lines, parcel)),
    upload: shipping?.upload
      ? { state: shipping.upload, errcode: shipping.errcode, reason: shipping.reason }
      : null,
  }
}

/** An order's parcels as its member sees them. */
export async function memberParcels(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  order: OrderRow,
): Promise<OrderParcels> {
  const packed = (await packedOf(db, [order.id])).get(order.id)!
  const { lines, parcels, shipping } = packed
  const isOnItsWay = order.state === 'shipped'
  const completedAt = shipping ? shipping.completedAt : order.shippedAt
  const payer = isOnItsWay && shipping?.upload === 'uploaded' && completedAt !== null
  const known = payer ? await payerOf(db, order.id) : null
  const { limits } = await readSettings(db)
  const hasToShip = order.state === 'paid' || (isOnItsWay && shipping !== null && completedAt === null)
  return {
    orderId: order.id,
    state: order.state,
    parcels: parcels.map((parcel) => parcelView(config, order, lines, parcel)),
    unitsToShip: hasToShip ? countUnits(leftToShip(packed)) : 0,
    receiveBy: isOnItsWay && completedAt !== null ? receiveBy(completedAt, limits.autoReceiveMs) : null,
    receivedAt: order.receivedAt,
    confirm: known && {
      transactionId: known.transactionId,
      merchantId: config.pay.mchid,
      merchantTradeNo: order.number,
    },
  }
}
