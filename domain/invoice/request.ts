import { type Fen, fen } from '../money'
import type { OrderState } from '../order/flow'

export type InvoiceState = 'requested' | 'issued' | 'withdrawn'

/** An invoice is made out for money that was kept: paid less refunded, freight included. */
export const invoiceAmount = (order: { readonly payable: Fen; readonly refunded: Fen }): Fen =>
  fen(Math.max(order.payable - order.refunded, 0))

const PAID: readonly OrderState[] = ['paid', 'shipped', 'received']

/** Whether the member may ask for an invoice now, or change one that is not issued yet. */
export const mayRequestInvoice = (
  order: { readonly state: OrderState; readonly amount: Fen },
  standing: InvoiceState | null,
): boolean => PAID.includes(order.state) && order.amount > 0 && standing !== 'issued'
