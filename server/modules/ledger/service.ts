import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'

/**
 * Books what the order's lines earned, to its frozen staff member or to `none`. Called in the transaction that marks
 * the order paid; a repeated call books nothing more.
 */
export async function bookEarnings(
  _tx: Queryable,
  _deps: Deps,
  _orderId: string,
  _at: number,
): Promise<void> {
  throw new Error('the ledger is not wired to its rules yet')
}
