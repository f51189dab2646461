import type { OrderInvoice } from '@contract/invoice'
import { call } from '../../platform/request'
import { type Query, useQuery } from '../../platform/use-query'

export const invoiceKey = (orderId: string): string => `invoice.${orderId}`

/** The invoice of an order; waits for `orderId`, such as while the order is unpaid. */
export const useInvoice = (orderId: string | null | undefined): Query<OrderInvoice> =>
  useQuery(orderId && invoiceKey(orderId), () =>
    call('GET /orders/:id/invoice', { params: { id: orderId ?? '' } }),
  )
