import type { NotificationFault } from '../control/fault-types'

export type Decoy = Extract<NotificationFault['kind'], 'forge' | 'signtest' | 'wrong_amount' | 'foreign'>

/** The exact bytes of one sending. */
export interface Sent {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One notification on its way, with what is to befall it. */
export interface Notification {
  readonly id: string
  readonly event: string
  readonly url: string
  readonly originalType: 'transaction' | 'refund'
  /** What will be sealed inside. */
  readonly resource: Readonly<Record<string, unknown>>
  readonly about: string
  readonly createdAt: number
  dueAt: number
  /** Tries of the true one so far. */
  attempt: number
  /** Waits for another to be delivered first, at most until `dueAt`. */
  isHeld: boolean
  /** To be sent ahead of the true one. */
  decoys: { readonly kind: Decoy; readonly byFen: number }[]
  /** The true one never follows its decoys. */
  readonly isOnlyDecoys: boolean
  /** More copies, each signed anew. */
  copies: number
  /** The same bytes again, this long after delivery; null: not. */
  readonly replayMs: number | null
  /** Set on a replay: what to send instead of anything new. */
  readonly again: Sent | null
}
