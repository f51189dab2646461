import type { UnusableReason } from '@contract/coupon'
import type { QuoteView } from '@contract/order'
import type { ApiError } from '../../platform/http'

/** A coupon that served a moment ago and does not any more, as `coupon.not_usable` tells it. */
export interface LostCoupon {
  readonly couponId: string | null
  readonly reason: UnusableReason | null
  /** The best price there is without it. */
  readonly quote: QuoteView | null
}

/** The coupon a refusal names, and why. */
export function lostCouponOf(error: ApiError): LostCoupon {
  const detail = ('detail' in error ? error.detail : null) as Partial<LostCoupon> | null
  return { couponId: detail?.couponId ?? null, reason: detail?.reason ?? null, quote: detail?.quote ?? null }
}
