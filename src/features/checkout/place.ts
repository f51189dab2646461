import type { CouponChoice } from '@contract/coupon'
import type { OrderView, QuoteView } from '@contract/order'
import type { TouchReport } from '@contract/touch'
import type { ApiError } from '../../platform/http'
import { type Answer, call } from '../../platform/request'
import { type LostCoupon, lostCouponOf } from './lost-coupon'
import { answerIsKnown, requestId } from './request-id'
import { shortageOf } from './shortage'
import type { Wanted } from './wanted'

export interface Wish {
  readonly lines: readonly Wanted[]
  readonly addressId: string
  readonly expectedPayableFen: number
  /** Exactly the coupons the price was shown with. */
  readonly couponIds: CouponChoice
  readonly remark: string
  /** Openings the server has not heard of, as evidence for the order. */
  readonly touches: readonly TouchReport[]
}

export type Placing =
  | { readonly kind: 'placed'; readonly order: OrderView }
  /** An earlier request whose answer was lost had made an order already. */
  | { readonly kind: 'made_before'; readonly orderId: string }
  | { readonly kind: 'price_changed'; readonly quote: QuoteView }
  | { readonly kind: 'shortage' }
  /** A coupon of the price was spent or ended meanwhile. */
  | { readonly kind: 'coupon_lost'; readonly lost: LostCoupon }
  /** Nobody knows whether the shop heard it; asking again under the same name is safe. */
  | { readonly kind: 'lost'; readonly error: ApiError }
  | { readonly kind: 'refused'; readonly error: ApiError }

const RETRY_AFTER_MS = [700, 2000]
const sleep = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms))

/** Places an order. A lost answer is asked for again with the same requestId, so double taps and retries make one order. */
export async function placeOrder(wish: Wish): Promise<Placing> {
  const id = requestId(Date.now())
  let answer = await ask(id, wish)
  for (const wait of RETRY_AFTER_MS) {
    if (answer.ok || !mayMendItself(answer.error)) break
    await sleep(wait)
    answer = await ask(id, wish)
  }
  if (answer.ok) {
    answerIsKnown()
    return { kind: 'placed', order: answer.value }
  }
  const { error } = answer
  if (isUnknown(error)) return { kind: 'lost', error }
  answerIsKnown()
  return judge(error, wish)
}

const ask = (id: string, { touches, remark, lines, ...rest }: Wish): Promise<Answer<'POST /orders'>> =>
  call('POST /orders', {
    body: {
      ...rest,
      requestId: id,
      lines: [...lines],
      sentAt: Date.now(),
      ...(remark.trim() ? { remark: remark.trim() } : {}),
      ...(touches.length > 0 ? { touches: [...touches] } : {}),
    },
  })

const isUnknown = ({ code }: ApiError) => ['network', 'server.failed', 'server.unavailable'].includes(code)

const mayMendItself = (error: ApiError) =>
  error.code === 'conflict.retry' || (error.code === 'network' && error.reason !== 'timeout')

function judge(error: ApiError, { lines }: Wish): Placing {
  const detail = ('detail' in error ? error.detail : null) as { orderId?: string; quote?: QuoteView } | null
  if (error.code === 'order.request_reused' && detail?.orderId) {
    return { kind: 'made_before', orderId: detail.orderId }
  }
  if (error.code === 'order.price_changed' && detail?.quote) {
    return { kind: 'price_changed', quote: detail.quote }
  }
  if (error.code === 'coupon.not_usable') return { kind: 'coupon_lost', lost: lostCouponOf(error) }
  return shortageOf(error, lines) ? { kind: 'shortage' } : { kind: 'refused', error }
}
