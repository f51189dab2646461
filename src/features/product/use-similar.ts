import type { ProductCard, ProductView } from '@contract/catalogue'
import { call } from '../../platform/request'
import { useQuery } from '../../platform/use-query'

const SHOWN = 6

/** In place of a product that cannot be bought: what was bought with it, else others of its category. */
export function useSimilar(product: ProductView | null): readonly ProductCard[] {
  const categoryId =
    product && !product.isOnSale && product.alsoBought.length === 0 ? product.category.id : null
  const query = useQuery(categoryId && `similar.${categoryId}`, () =>
    call('GET /products', { query: { categoryId: categoryId ?? undefined, limit: SHOWN + 1 } }),
  )
  if (!product || !categoryId) return product?.alsoBought ?? []
  const cards = query.status === 'ready' ? query.value.items : []
  return cards.filter((card) => card.id !== product.id).slice(0, SHOWN)
}
