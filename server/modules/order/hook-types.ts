import type { UnitOf } from '@domain/order/refund'
import type { Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import type { OrderRow } from './store'

/** The order as it was when the moment began, its row locked, and when it happened. */
interface Moment {
  readonly order: OrderRow
  readonly at: number
}

export interface Refunded extends Moment {
  readonly refundId: string
  readonly units: readonly UnitOf[]
  /** Freight included. */
  readonly amountFen: number
  readonly freightFen: number
  /** Nothing of the order is left with the member. */
  readonly isLast: boolean
}

type Hook<M> = (tx: Tx, deps: Deps, moment: M) => Promise<void>

/**
 * What another module does at a moment of an order's life, in the very transaction that makes the moment true: both
 * happen or neither. A hook only writes rows and jobs; what must be told to WeChat it owes as a job. A hook that throws
 * undoes the moment.
 */
export interface OrderHooks {
  /** Its money has come. `isLate`: after it was closed; what closing freed has been taken again. */
  readonly onOrderPaid?: Hook<Moment & { readonly isLate: boolean }>
  /** It was closed unpaid: whatever it held is free. */
  readonly onOrderClosed?: Hook<Moment & { readonly event: 'cancel' | 'expire' }>
  /**
   * Late money is about to bring a closed order back to life: may what closing freed be taken once more? One `false`
   * sends the money back instead; a hook that answers true has taken it.
   */
  readonly mayPayLate?: (tx: Tx, deps: Deps, order: OrderRow) => Promise<boolean>
  /** Late money that can't be taken goes back by itself. */
  readonly onPaidTooLate?: Hook<Moment>
  readonly onOrderShipped?: Hook<Moment>
  readonly onOrderReceived?: Hook<Moment>
  /** Money has really gone back. */
  readonly onOrderRefunded?: Hook<Refunded>
}
