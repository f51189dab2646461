import { bookReversed } from '@domain/ledger/book'
import type { UnitRef } from '@domain/ledger/entry'
import { asc, eq } from 'drizzle-orm'
import type { Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { ledgerEntries } from '../../schema/credit'
import { loadLedgerOrders } from './orders'
import { entryOf, rowOf } from './rows'

/**
 * Takes back what these units earned, from whoever holds their credit now. Call with the order's row locked, as
 * everything that books on an order must; units this refund has reversed already are passed over.
 */
export async function bookReversal(
  tx: Tx,
  { ids }: Pick<Deps, 'ids'>,
  orderId: string,
  refund: { readonly refundId: string; readonly units: readonly UnitRef[] },
  at: number,
): Promise<void> {
  const [order] = await loadLedgerOrders(tx, [orderId])
  if (!order) throw new Error('a reversal of an order that is not there')
  const rows = await tx
    .select()
    .from(ledgerEntries)
    .where(eq(ledgerEntries.orderId, orderId))
    .orderBy(asc(ledgerEntries.at), asc(ledgerEntries.id))
  const booked = bookReversed(order, rows.map(entryOf), refund, at)
  if (!booked.ok) throw new Error(`the ledger refuses refund ${refund.refundId}: ${booked.error.code}`)
  if (booked.value.length === 0) return
  const { groupId } = order
  const added = booked.value.map((entry) => rowOf(ids.next(), entry, { groupId, quantity: 1 }))
  await tx.insert(ledgerEntries).values(added).onConflictDoNothing({ target: ledgerEntries.key })
}
