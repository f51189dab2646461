import { ok, type Result, refuse } from '../result'
import { DAY_MS, MINUTE_MS } from '../shop-time'

/** WeChat Pay's limits: 50 refunds of one order, a minute apart, within a year of the payment. */
export const REFUND_PACE = { most: 50, apartMs: MINUTE_MS, withinMs: 365 * DAY_MS } as const

/** A refund as the next one of the same order must see it. */
export interface EarlierRefund {
  readonly id: string
  readonly amountFen: number
  readonly state: 'requested' | 'processing' | 'succeeded' | 'closed' | 'abnormal'
  readonly dueAt: number | null
  readonly sentAt: number | null
}

export type PaceError =
  | { readonly code: 'refund.too_many'; readonly most: number }
  | { readonly code: 'refund.too_late'; readonly until: number }

/** `settle`: nothing to pay, no call. `join`: one that still waits takes these units along. `call`: a call of its own. */
export type Pace =
  | { readonly way: 'settle' }
  | { readonly way: 'join'; readonly refundId: string }
  | { readonly way: 'call'; readonly dueAt: number }

/** How `amountFen` more can go back over WeChat Pay: at once, with one that waits, after a minute, or not at all. */
export function paceRefund(
  { paidAt, earlier }: { readonly paidAt: number; readonly earlier: readonly EarlierRefund[] },
  amountFen: number,
  nowMs: number,
): Result<Pace, PaceError> {
  if (amountFen === 0) return ok({ way: 'settle' })
  const until = paidAt + REFUND_PACE.withinMs
  if (nowMs > until) return refuse({ code: 'refund.too_late', until })
  const calls = earlier.filter((refund) => refund.amountFen > 0 && refund.state !== 'closed')
  const waiting = calls.find((refund) => refund.state === 'requested' && refund.sentAt === null)
  if (waiting) return ok({ way: 'join', refundId: waiting.id })
  if (calls.length >= REFUND_PACE.most) return refuse({ code: 'refund.too_many', most: REFUND_PACE.most })
  // A closed one was asked for as well, so it counts for the minute.
  const asked = earlier.filter((refund) => refund.amountFen > 0)
  const last = Math.max(...asked.map(({ sentAt, dueAt }) => sentAt ?? dueAt ?? Number.NEGATIVE_INFINITY))
  return ok({ way: 'call', dueAt: Math.max(nowMs, last + REFUND_PACE.apartMs) })
}
