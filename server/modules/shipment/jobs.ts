import { MINUTE_MS } from '@domain/shop-time'
import type { Deps } from '../../platform/deps'
import type { NewJob } from '../../platform/jobs/queue'

export const UPLOAD_SHIPPING = 'shipping.upload'
export const WATCH_RECEIPT = 'receipt.watch'

type Makes = Pick<Deps, 'ids'>

/** Tells WeChat of an order's parcels as they stand when the job runs. */
export const uploadJob = (
  { ids }: Makes,
  shipping: { readonly orderId: string; readonly revision: number },
  nowMs: number,
): NewJob => ({
  id: ids.next(),
  kind: UPLOAD_SHIPPING,
  key: `${UPLOAD_SHIPPING}:${shipping.orderId}:${shipping.revision}`,
  payload: shipping,
  dueAt: nowMs,
  createdAt: nowMs,
})

/** Looks whether an order is received, once more a day until it is. */
export const watchJob = (
  { ids }: Makes,
  orderId: string,
  round: number,
  dueAt: number,
  nowMs: number,
): NewJob => ({
  id: ids.next(),
  kind: WATCH_RECEIPT,
  key: `${WATCH_RECEIPT}:${orderId}:${round}`,
  payload: { orderId, round },
  dueAt,
  createdAt: nowMs,
})

/** Looks once more in a minute: the customer has confirmed, and WeChat has not taken note of it yet. Round 0 is not followed. */
export const lookSoonJob = ({ ids }: Makes, orderId: string, nowMs: number): NewJob => ({
  id: ids.next(),
  kind: WATCH_RECEIPT,
  key: `${WATCH_RECEIPT}:${orderId}:soon:${Math.floor(nowMs / MINUTE_MS)}`,
  payload: { orderId, round: 0 },
  dueAt: nowMs + MINUTE_MS,
  createdAt: nowMs,
})
