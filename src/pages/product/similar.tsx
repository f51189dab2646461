import type { ProductCard, ProductView } from '@contract/catalogue'
import { FeedGrid } from '../../features/feed/feed-grid'
import { Section } from '../../features/home/section'
import { useSimilar } from '../../features/product/use-similar'
import { QuickAddSheet, useQuickAdd } from '../../features/sku/quick-add'
import { go } from '../../platform/navigate'
import { putInCart } from '../put-in-cart'

const open = (card: ProductCard) => go('product', { id: card.id })

/** Other products beside this one, with their quick +. */
export function Similar({ product, title }: { readonly product: ProductView; readonly title: string }) {
  const cards = useSimilar(product)
  const quick = useQuickAdd(putInCart, true)
  if (cards.length === 0) return null
  return (
    <Section title={title} className="product__similar">
      <FeedGrid cards={cards} onOpen={open} onAdd={quick.add} />
      <QuickAddSheet of={quick} />
    </Section>
  )
}
