import type { AfterSaleView } from '@contract/after-sale'
import { call } from '../../platform/request'
import { type Query, useQuery } from '../../platform/use-query'

export const afterSaleKey = (id: string): string => `after-sale.${id}`

/** One of my requests; kept, so that it can be read again without a network. */
export const useAfterSale = (id: string | null | undefined): Query<AfterSaleView> =>
  useQuery(id && afterSaleKey(id), () => call('GET /after-sales/:id', { params: { id: id ?? '' } }), {
    persist: true,
  })
