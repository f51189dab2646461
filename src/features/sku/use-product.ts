import type { ProductView } from '@contract/catalogue'
import { call } from '../../platform/request'
import { type Query, useQuery } from '../../platform/use-query'

/**
 * A product with its SKUs, shared by its page and by quick choices elsewhere. `refreshOn` as in `useQuery`; an id
 * of null asks nobody.
 */
export function useProduct(id: string | null, refreshOn?: string): Query<ProductView> {
  return useQuery(id && `product.${id}`, () => call('GET /products/:id', { params: { id: id ?? '' } }), {
    refreshOn,
  })
}
