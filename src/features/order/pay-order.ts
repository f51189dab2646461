import type { OrderView } from '@contract/order'
import type { ApiError } from '../../platform/http'
import { pay } from '../../platform/pay'
import { call } from '../../platform/request'

/** How a try to pay ended, by the shop's word about the money, never by the pay sheet's. */
export type PayEnd =
  | { readonly kind: 'paid'; readonly order: OrderView }
  | { readonly kind: 'cancelled' }
  /** WeChat refused and nothing was paid. */
  | { readonly kind: 'failed' }
  /** The money may be on its way: nobody could say in time. */
  | { readonly kind: 'unsure' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'not_started'; readonly error: ApiError }

/** Waits between questions whether the money has come, ms: quick at first, then gently. */
const ASK_AGAIN_MS = [800, 1500, 2500, 4000, 6000, 8000]
const sleep = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms))

/** Pays an order: prepay, WeChat's sheet, then the truth. `onAsking` while the truth is being asked for. */
export async function payOrder(orderId: string, onAsking: () => void): Promise<PayEnd> {
  const params = { id: orderId }
  const prepared = await call('POST /orders/:id/pay', { params })
  if (!prepared.ok) {
    const { error } = prepared
    if (error.code === 'payment.closed') return { kind: 'closed' }
    if (error.code === 'order.state_refused') return truthNow(orderId)
    return { kind: 'not_started', error }
  }
  const { outcome } = await pay(prepared.value)
  if (outcome === 'cancel') return { kind: 'cancelled' }
  onAsking()
  const order = await askForMoney(orderId, outcome === 'failed' ? [] : ASK_AGAIN_MS)
  if (order) return endOf(order)
  return { kind: outcome === 'failed' ? 'failed' : 'unsure' }
}

/** Asks until the order is no longer unpaid; null where it still is, or nobody answered. */
export async function askForMoney(orderId: string, waits: readonly number[]): Promise<OrderView | null> {
  for (const wait of [0, ...waits]) {
    if (wait > 0) await sleep(wait)
    const answer = await call('POST /orders/:id/settle', { params: { id: orderId } })
    if (answer.ok && answer.value.state !== 'unpaid') return answer.value
  }
  return null
}

async function truthNow(orderId: string): Promise<PayEnd> {
  const order = await askForMoney(orderId, [])
  return order ? endOf(order) : { kind: 'unsure' }
}

/** Money that came after the order was closed is given back: that is not a paid order. */
const endOf = (order: OrderView): PayEnd =>
  order.state === 'closed' || order.state === 'refunded' ? { kind: 'closed' } : { kind: 'paid', order }
