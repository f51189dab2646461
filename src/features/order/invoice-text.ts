import type { OrderInvoice } from '@contract/invoice'

/** What the row 发票 of an order says; null where there is nothing to say or to ask for. */
export function invoiceWord({ invoice, mayRequest }: OrderInvoice): string | null {
  if (invoice?.state === 'issued') return '已开票'
  if (invoice?.state === 'requested') return '已申请，等店里开票'
  return mayRequest ? '申请开票' : null
}
