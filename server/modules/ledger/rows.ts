import { type LedgerEntry, NOBODY } from '@domain/ledger/entry'
import type { ledgerEntries } from '../../schema/credit'

type Row = typeof ledgerEntries.$inferSelect

/** The account `none` is a null staff member in the table. */
export const entryOf = (row: Row): LedgerEntry => ({
  key: row.key,
  kind: row.kind,
  orderId: row.orderId,
  lineId: row.orderLineId,
  unit: row.kind === 'reversed' ? (row.unitNumbers[0] ?? null) : null,
  account: row.staffId ?? NOBODY,
  amount: row.amountFen,
  commissionBps: row.commissionBps,
  commission: row.commissionFen,
  at: row.at,
  causeId: row.causeId,
})

/** `quantity` is the line's; a reversal is about one unit of it. */
export function rowOf(
  id: string,
  entry: LedgerEntry,
  { groupId, quantity }: { readonly groupId: string | null; readonly quantity: number },
): Row {
  const unitNumbers = entry.unit === null ? Array.from({ length: quantity }, (_, unit) => unit) : [entry.unit]
  return {
    id,
    key: entry.key,
    orderId: entry.orderId,
    orderLineId: entry.lineId,
    kind: entry.kind,
    staffId: entry.account === NOBODY ? null : entry.account,
    groupId,
    amountFen: entry.amount,
    units: unitNumbers.length,
    unitNumbers,
    commissionBps: entry.commissionBps,
    commissionFen: entry.commission,
    at: entry.at,
    causeId: entry.causeId,
    note: null,
  }
}
