import type { CouponChoice } from '@contract/coupon'
import type { QuoteView } from '@contract/order'
import { ok, type Result, refuse } from '@domain/result'
import type { ApiError } from '../../platform/http'
import { call } from '../../platform/request'
import { type LostCoupon, lostCouponOf } from './lost-coupon'
import { type Shortage, shortageOf, without } from './shortage'
import type { Wanted } from './wanted'

/** The server's price for what can be had of the wish, and what cannot. */
export interface Priced {
  readonly quote: QuoteView | null
  readonly shortages: readonly Shortage[]
  /** The shop does not deliver to the address: the price is one without it. */
  readonly isOutOfReach: boolean
  /** A coupon chosen by hand that no longer serves; the price is with the best one instead. */
  readonly lost: LostCoupon | null
}

/** Nothing chosen by hand: the shop takes the best. */
const BEST: CouponChoice = {}

/**
 * Asks for the price. A line that is short, limited or gone does not spoil the rest: the price is of what is left,
 * and each such line is told. Refused only where nobody can say a price.
 */
export async function priceOf(
  wish: readonly Wanted[],
  addressId: string | undefined,
  choice: CouponChoice = {},
): Promise<Result<Priced, ApiError>> {
  let lines = [...wish]
  let toAddress = addressId
  let couponIds = choice
  let lost: LostCoupon | null = null
  const shortages: Shortage[] = []
  // Each turn takes something away, so this ends.
  while (lines.length > 0) {
    const answer = await call('POST /quotes', { body: { lines, addressId: toAddress, couponIds } })
    if (answer.ok) {
      return ok({ quote: answer.value, shortages, isOutOfReach: toAddress !== addressId, lost })
    }
    const shortage = shortageOf(answer.error, lines)
    if (shortage && shortage.left < shortage.asked) {
      shortages.push(shortage)
      lines = without(lines, shortage)
    } else if (answer.error.code === 'freight.not_delivered' && toAddress !== undefined) {
      toAddress = undefined
    } else if (answer.error.code === 'coupon.not_usable' && couponIds !== BEST) {
      lost = lostCouponOf(answer.error)
      couponIds = BEST
    } else {
      return refuse(answer.error)
    }
  }
  return ok({ quote: null, shortages, isOutOfReach: false, lost })
}
