import type { Deps } from '../../platform/deps'
import type { NewJob } from '../../platform/jobs/queue'

export const EXPIRE_ORDER = 'order.expire'
export const POLL_PAYMENT = 'payment.poll'
export const PURSUE_REFUND = 'refund.pursue'

type Makes = Pick<Deps, 'ids'>

/** Closes the order when its time to pay is over. A later round follows where WeChat Pay stayed out of reach. */
export const expiryJob = (
  { ids }: Makes,
  order: { readonly id: string; readonly expiresAt: number },
  nowMs: number,
  round = 1,
): NewJob => ({
  id: ids.next(),
  kind: EXPIRE_ORDER,
  key: `${EXPIRE_ORDER}:${order.id}:${round}`,
  payload: { orderId: order.id, round },
  dueAt: order.expiresAt,
  createdAt: nowMs,
})

/** Asks WeChat Pay about an open payment in case its notification is lost. */
export const pollJob = (
  { ids }: Makes,
  orderId: string,
  round: number,
  dueAt: number,
  nowMs: number,
): NewJob => ({
  id: ids.next(),
  kind: POLL_PAYMENT,
  key: `${POLL_PAYMENT}:${orderId}:${round}`,
  payload: { orderId, round },
  dueAt,
  createdAt: nowMs,
})

/** Carries out a refund, or asks again how it stands. */
export const refundJob = (
  { ids }: Makes,
  refundId: string,
  round: number,
  dueAt: number,
  nowMs: number,
): NewJob => ({
  id: ids.next(),
  kind: PURSUE_REFUND,
  key: `${PURSUE_REFUND}:${refundId}:${round}`,
  payload: { refundId, round },
  dueAt,
  createdAt: nowMs,
})
