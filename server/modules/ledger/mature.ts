import { bookMatured } from '@domain/ledger/book'
import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { asc, eq } from 'drizzle-orm'
import { inTransaction, type Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { enqueue, type JobRow } from '../../platform/jobs/queue'
import { ledgerEntries } from '../../schema/credit'
import { lockOrder } from '../order/store'
import { readSettings } from '../shop/settings'
import { loadLedgerOrders } from './orders'
import { entryOf, rowOf } from './rows'

const MATURE_LEDGER = 'ledger.mature'

/** Owes an order the day on which its credit is final, a set time after receipt. Called in the receipt's transaction. */
export async function oweMaturing(
  tx: Tx,
  { ids }: Pick<Deps, 'ids'>,
  orderId: string,
  receivedAt: number,
): Promise<void> {
  const { limits } = await readSettings(tx)
  await enqueue(tx, {
    id: ids.next(),
    kind: MATURE_LEDGER,
    key: `${MATURE_LEDGER}:${orderId}`,
    payload: { orderId },
    dueAt: receivedAt + limits.matureMs,
    createdAt: receivedAt,
  })
}

const Payload = Type.Object({ orderId: Type.String() })

/** Books `matured` for every line that still holds credit. Under the order's lock: a refund that meets it waits. */
export function matureLedger(deps: Deps, job: JobRow, nowMs: number): Promise<void> {
  const { orderId } = Value.Parse(Payload, job.payload)
  return inTransaction(deps.db, async (tx) => {
    await lockOrder(tx, orderId)
    const [order] = await loadLedgerOrders(tx, [orderId])
    if (!order) throw new Error('credit of an order that is not there')
    const booked = await tx
      .select()
      .from(ledgerEntries)
      .where(eq(ledgerEntries.orderId, orderId))
      .orderBy(asc(ledgerEntries.at), asc(ledgerEntries.id))
    const rows = bookMatured(order, booked.map(entryOf), nowMs).map((entry) => {
      const line = order.lines.find(({ lineId }) => lineId === entry.lineId)
      const quantity = line?.unitPaid.length ?? 0
      return rowOf(deps.ids.next(), entry, { groupId: order.groupId, quantity })
    })
    if (rows.length === 0) return
    await tx.insert(ledgerEntries).values(rows).onConflictDoNothing({ target: ledgerEntries.key })
  })
}

/** Carries out what `oweMaturing` owes. Called by each module that may owe it, in whatever order they are mounted. */
export function registerMaturing(deps: Deps): void {
  if (deps.jobs.find(MATURE_LEDGER)) return
  deps.jobs.register(MATURE_LEDGER, (job, nowMs) => matureLedger(deps, job, nowMs), { persists: true })
}
