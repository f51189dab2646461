import type { OrderView } from '@contract/order'
import { call } from '../../platform/request'
import { type Query, useQuery } from '../../platform/use-query'

export const orderKey = (id: string): string => `order.${id}`

/** One of my orders; kept, so that it can be read again without a network. */
export const useOrder = (id: string | null | undefined): Query<OrderView> =>
  useQuery(id && orderKey(id), () => call('GET /orders/:id', { params: { id: id ?? '' } }), { persist: true })
