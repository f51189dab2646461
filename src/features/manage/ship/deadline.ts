import type { ShippingOrder } from '@contract/shipment'
import { HOUR_MS } from '@domain/shop-time'

export interface Deadline {
  readonly text: string
  readonly tone: 'bad' | 'warning' | 'plain'
}

const hours = (ms: number) => Math.max(1, Math.floor(ms / HOUR_MS))
const SOON_MS = 12 * HOUR_MS

/** How long WeChat still gives a parcel to leave, in words a packer acts on. */
export function deadlineOf({ shipBy }: Pick<ShippingOrder, 'shipBy'>, nowMs: number): Deadline {
  const left = shipBy - nowMs
  if (left < 0) return { text: `已超时 ${hours(-left)} 小时`, tone: 'bad' }
  return { text: `${hours(left)} 小时内要发出`, tone: left < SOON_MS ? 'warning' : 'plain' }
}

/** Pieces of an order that are still to leave. */
export const unitsToShip = ({ lines }: Pick<ShippingOrder, 'lines'>): number =>
  lines.reduce((sum, line) => sum + line.toShip, 0)
