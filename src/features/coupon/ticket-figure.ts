import type { CouponOff } from '@contract/coupon'
import { yuanText } from '../../ui/yuan'
import { rateText } from './words'

/** What stands large on a ticket's stub: ¥ 50, or 8.8 折. */
export function figureOf(off: CouponOff): {
  readonly before?: string
  readonly number: string
  readonly after?: string
} {
  if (off.kind === 'amount') return { before: '¥', number: yuanText(off.amountOff).slice(1) }
  return { number: rateText(off.offBps).slice(0, -1), after: '折' }
}
