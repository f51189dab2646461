import type { Refusal } from '@contract/errors'
import type { InvoiceInput, InvoiceView, OrderInvoice } from '@contract/invoice'
import { invoiceAmount, mayRequestInvoice } from '@domain/invoice/request'
import { readTaxNumber } from '@domain/invoice/tax-number'
import { ok, type Result, refuse } from '@domain/result'
import { eq } from 'drizzle-orm'
import { inTransaction, type Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { invoices } from '../../schema/invoice'
import { findOrder, lockOrder, type OrderRow } from '../order/store'
import { type InvoiceRow, lastTitleOf, refundedOf, standingInvoice } from './store'

interface Asking {
  readonly memberId: string
  readonly orderId: string
}

const ISSUED: Refusal = {
  code: 'invoice.issued',
  message: 'The invoice is issued; it can no longer be changed.',
}

/** The invoice of one of the member's orders. */
export async function orderInvoice(
  db: Queryable,
  { memberId, orderId }: Asking,
): Promise<OrderInvoice | null> {
  const order = await findOrder(db, memberId, orderId)
  return order && invoiceOf(db, order)
}

async function invoiceOf(db: Queryable, order: OrderRow): Promise<OrderInvoice> {
  const standing = await standingInvoice(db, order.id)
  const last = await lastTitleOf(db, order.memberId)
  const amount = await amountOf(db, order)
  return {
    mayRequest: mayRequestInvoice({ state: order.state, amount }, standing?.state ?? null),
    amountFen: amount,
    invoice: standing && invoiceView(standing),
    lastTitle: last && titleOf(last),
  }
}

const amountOf = async (db: Queryable, order: OrderRow) =>
  invoiceAmount({ payable: order.payableFen, refunded: await refundedOf(db, order.id) })

const titleOf = ({ titleKind, title, taxNumber, email }: InvoiceRow): InvoiceInput => ({
  titleKind,
  title,
  ...(taxNumber !== null && { taxNumber }),
  ...(email !== null && { email }),
})

export const invoiceView = (row: InvoiceRow): InvoiceView => ({
  id: row.id,
  state: row.state,
  titleKind: row.titleKind,
  title: row.title,
  taxNumber: row.taxNumber,
  email: row.email,
  amountFen: row.amountFen,
  number: row.number,
  requestedAt: row.requestedAt,
  issuedAt: row.issuedAt,
})

/** Asks for an invoice, or changes its title while nobody has issued it. */
export function requestInvoice(
  deps: Deps,
  { memberId, orderId }: Asking,
  input: InvoiceInput,
  nowMs: number,
): Promise<Result<OrderInvoice, Refusal>> {
  return inTransaction(deps.db, async (tx) => {
    if (!(await findOrder(tx, memberId, orderId))) return refuse<Refusal>(NOT_FOUND)
    const tax = taxNumberOf(input)
    if (!tax.ok) return tax
    // The order's lock keeps a refund, and a second request, from coming in between.
    const order = await lockOrder(tx, orderId)
    const standing = await standingInvoice(tx, orderId)
    if (standing?.state === 'issued') return refuse(ISSUED)
    const amountFen = await amountOf(tx, order)
    if (!mayRequestInvoice({ state: order.state, amount: amountFen }, standing?.state ?? null)) {
      const message = `The order is ${order.state}.`
      return refuse<Refusal>({ code: 'order.state_refused', message, detail: { state: order.state } })
    }
    const asked = {
      titleKind: input.titleKind,
      title: input.title.trim(),
      taxNumber: tax.value,
      email: input.email ?? null,
      amountFen,
      updatedAt: nowMs,
    }
    if (standing) await tx.update(invoices).set(asked).where(eq(invoices.id, standing.id))
    else {
      const id = deps.ids.next()
      const born = { id, orderId, memberId, state: 'requested', requestedAt: nowMs } as const
      await tx.insert(invoices).values({ ...born, ...asked })
    }
    return ok(await invoiceOf(tx, order))
  })
}

/** A company is known by its number; a person has none to give. */
function taxNumberOf({ titleKind, taxNumber }: InvoiceInput): Result<string | null, Refusal> {
  if (titleKind === 'personal') return ok(null)
  const read = readTaxNumber(taxNumber)
  if (read.ok) return read
  const message = 'This is no taxpayer number.'
  return refuse({ code: read.error.code, message, field: '/body/taxNumber', detail: { why: read.error.why } })
}

/** Takes the request back while nobody has issued it; without one there is nothing to take back, and no fault. */
export function withdrawInvoice(
  deps: Deps,
  { memberId, orderId }: Asking,
  nowMs: number,
): Promise<Result<OrderInvoice, Refusal>> {
  return inTransaction(deps.db, async (tx) => {
    if (!(await findOrder(tx, memberId, orderId))) return refuse<Refusal>(NOT_FOUND)
    const order = await lockOrder(tx, orderId)
    const standing = await standingInvoice(tx, orderId)
    if (standing?.state === 'issued') return refuse(ISSUED)
    if (standing) await withdraw(tx, standing.id, nowMs)
    return ok(await invoiceOf(tx, order))
  })
}

export const withdraw = (tx: Pick<Queryable, 'update'>, id: string, nowMs: number) =>
  tx.update(invoices).set({ state: 'withdrawn', updatedAt: nowMs }).where(eq(invoices.id, id))
