import { bookEarned } from '@domain/ledger/book'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { ledgerEntries } from '../../schema/credit'
import { loadLedgerOrders } from './orders'
import { rowOf } from './rows'

/**
 * Books what the order's lines earned, to its frozen staff member or to `none`. Called in the transaction that marks
 * the order paid; a repeated call books nothing more.
 */
export async function bookEarnings(tx: Queryable, deps: Deps, orderId: string, at: number): Promise<void> {
  const [order] = await loadLedgerOrders(tx, [orderId])
  if (!order) throw new Error('earnings of an order that is not there')
  const rows = bookEarned(order, at).map((entry) => {
    const line = order.lines.find(({ lineId }) => lineId === entry.lineId)
    return rowOf(deps.ids.next(), entry, { groupId: order.groupId, quantity: line?.unitPaid.length ?? 0 })
  })
  if (rows.length === 0) throw new Error('an order without lines')
  await tx.insert(ledgerEntries).values(rows).onConflictDoNothing({ target: ledgerEntries.key })
}
