import type { Refusal } from '@contract/errors'
import type { listInvoices, ManagedInvoice } from '@contract/invoice'
import type { QueryOf, ResponseOf } from '@contract/route'
import { invoiceAmount } from '@domain/invoice/request'
import { fen } from '@domain/money'
import { ok, type Result, refuse } from '@domain/result'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { instantToText } from '../../platform/column-types'
import { cursorOf, keysOf } from '../../platform/cursor'
import { inTransaction, type Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { isUniqueViolation } from '../../platform/sql-errors'
import { invoices } from '../../schema/invoice'
import { orders } from '../../schema/order'
import { lockOrder, type OrderRow } from '../order/store'
import { recordAudit } from '../staff/audit'
import { invoiceView } from './request'
import { type InvoiceRow, lockInvoice, REFUNDED_FEN, refundedOf } from './store'

const PAGE = 20

const managed = (invoice: InvoiceRow, order: OrderRow, refundedFen: number): ManagedInvoice => ({
  ...invoiceView(invoice),
  order: { id: order.id, number: order.number, state: order.state, payableFen: order.payableFen },
  amountNowFen: invoiceAmount({ payable: order.payableFen, refunded: fen(refundedFen) }),
})

/** Invoices to issue, the oldest request first; the others the newest first. */
export async function invoiceList(
  db: Queryable,
  { state = 'requested', cursor, limit = PAGE }: QueryOf<typeof listInvoices>,
): Promise<ResponseOf<typeof listInvoices>> {
  const after = keysOf(cursor, ['number', 'uuid'])
  const isWaiting = state === 'requested'
  const sign = isWaiting ? sql`>` : sql`<`
  const rows = await db
    .select({ invoice: invoices, order: orders, refundedFen: REFUNDED_FEN })
    .from(invoices)
    .innerJoin(orders, eq(orders.id, invoices.orderId))
    .where(
      and(
        eq(invoices.state, state),
        after
          ? sql`(${invoices.requestedAt}, ${invoices.id}) ${sign} (${instantToText(after[0])}, ${after[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(
      isWaiting ? asc(invoices.requestedAt) : desc(invoices.requestedAt),
      isWaiting ? asc(invoices.id) : desc(invoices.id),
    )
    .limit(limit + 1)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)?.invoice
  return {
    items: shown.map(({ invoice, order, refundedFen }) => managed(invoice, order, Number(refundedFen))),
    next: rows.length > limit && last ? cursorOf(last.requestedAt, last.id) : null,
  }
}

export interface Issue {
  readonly invoiceId: string
  readonly staffId: string
  readonly number: string
  /** As the manager made it out: refused where money went back meanwhile. */
  readonly amountFen: number
}

/** Marks an invoice as issued. The same number again for the same invoice is no fault. */
export async function issueInvoice(
  deps: Deps,
  issue: Issue,
  nowMs: number,
): Promise<Result<ManagedInvoice, Refusal>> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const found = await lockInvoice(tx, issue.invoiceId)
      if (!found) return refuse<Refusal>(NOT_FOUND)
      const order = await lockOrder(tx, found.order.id)
      const refunded = await refundedOf(tx, order.id)
      const { invoice } = found
      if (invoice.state === 'issued' && invoice.number === issue.number) {
        return ok(managed(invoice, order, refunded))
      }
      if (invoice.state !== 'requested') {
        const message = `The invoice is ${invoice.state}.`
        return refuse<Refusal>({ code: 'invoice.state_refused', message, detail: { state: invoice.state } })
      }
      const amountFen = invoiceAmount({ payable: order.payableFen, refunded })
      if (amountFen !== issue.amountFen || amountFen === 0) {
        const message = 'Money went back meanwhile; the invoice is for another amount.'
        return refuse<Refusal>({ code: 'invoice.amount_changed', message, detail: { amountFen } })
      }
      const { number, staffId } = issue
      const [issued] = await tx
        .update(invoices)
        .set({ state: 'issued', number, amountFen, issuedAt: nowMs, issuedBy: staffId, updatedAt: nowMs })
        .where(eq(invoices.id, invoice.id))
        .returning()
      if (!issued) throw new Error('a locked invoice is gone')
      const note = { action: 'invoice.issue', subject: order.id, detail: number }
      await recordAudit(tx, deps.ids, { at: nowMs, actorStaffId: staffId, ...note })
      return ok(managed(issued, order, refunded))
    })
  } catch (error) {
    if (!isUniqueViolation(error, 'invoices_number_unique')) throw error
    return refuse({ code: 'invoice.number_used', message: 'Another invoice has this number.' })
  }
}
