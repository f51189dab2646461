import { type AuditFault, type AuditSummary, audit } from '@domain/ledger/audit'
import { fen, ZERO } from '@domain/money'
import { ok, type Result } from '@domain/result'
import { and, asc, exists, gt, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { ledgerEntries } from '../../schema/credit'
import { orders } from '../../schema/order'
import { loadLedgerOrders } from './orders'
import { entryOf } from './rows'

const PAGE = 1000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/**
 * Holds the whole ledger against the orders: every line must be what the rules would have booked, none may be missing,
 * so that the lines of an order sum to merchandise paid less refunded, and accounts sum to orders. Names the first
 * wrong row. Reads everything, a page of orders at a time: for a command, not for a request.
 */
export async function auditLedger(db: Queryable): Promise<Result<AuditSummary, AuditFault>> {
  let total: AuditSummary = { entries: 0, orders: 0, total: ZERO, byAccount: {} }
  for (let after = BEFORE_ALL; ; ) {
    const ids = await concernedAfter(db, after)
    const last = ids.at(-1)
    if (last === undefined) return ok(total)
    const entries = await db
      .select()
      .from(ledgerEntries)
      .where(inArray(ledgerEntries.orderId, ids))
      .orderBy(asc(ledgerEntries.at), asc(ledgerEntries.id))
    const page = audit(entries.map(entryOf), await loadLedgerOrders(db, ids))
    if (!page.ok) return page
    total = sumOf(total, page.value)
    after = last
  }
}

/** Orders that were paid or have lines, the next page of them. */
async function concernedAfter(db: Queryable, after: string): Promise<string[]> {
  const hasLines = exists(
    db.select({ one: sql`1` }).from(ledgerEntries).where(sql`${ledgerEntries.orderId} = ${orders.id}`),
  )
  const rows = await db
    .select({ id: orders.id })
    .from(orders)
    .where(and(gt(orders.id, after), or(isNotNull(orders.paidAt), hasLines)))
    .orderBy(asc(orders.id))
    .limit(PAGE)
  return rows.map((row) => row.id)
}

function sumOf(a: AuditSummary, b: AuditSummary): AuditSummary {
  const byAccount = { ...a.byAccount }
  for (const [account, amount] of Object.entries(b.byAccount)) {
    byAccount[account] = fen((byAccount[account] ?? 0) + amount)
  }
  return {
    entries: a.entries + b.entries,
    orders: a.orders + b.orders,
    total: fen(a.total + b.total),
    byAccount,
  }
}
