import type { ProductCard, ProductView } from '@contract/catalogue'
import { ok, type Result } from '@domain/result'
import { View } from '@tarojs/components'
import { FeedGrid, FeedGridSkeleton } from '../../../../features/feed/feed-grid'
import { QuickAddSheet, useQuickAdd } from '../../../../features/sku/quick-add'
import { putInCart } from '../../../../pages/put-in-cart'
import type { ApiError } from '../../../../platform/http'
import { go } from '../../../../platform/navigate'
import { call } from '../../../../platform/request'
import { useQuery } from '../../../../platform/use-query'
import { EndMark } from '../../../../ui/end-mark'
import { Loadable } from '../../../../ui/loadable'

/** As many as one looks through; a coupon for more is one for a category. */
const MOST = 30
const open = (card: ProductCard) => go('product', { id: card.id })

/** The products a coupon names; those withdrawn since are left out. */
export function ByProduct({ productIds }: { readonly productIds: readonly string[] }) {
  const wanted = productIds.slice(0, MOST)
  const products = useQuery(`products.of.${wanted.join()}`, () => readAll(wanted), {
    isEmpty: (cards) => cards.length === 0,
  })
  const quick = useQuickAdd(putInCart, true)
  const cards = products.status === 'ready' ? products.value : []
  return (
    <View className="coupon-goods__grid">
      <FeedGrid cards={cards} onOpen={open} onAdd={quick.add} />
      <Loadable
        of={products}
        skeleton={<FeedGridSkeleton count={4} />}
        empty={{ art: 'bag', title: '这些商品暂时买不到', text: '补货之后可以再来看看' }}
      />
      {cards.length > 0 && <EndMark state="end" />}
      <QuickAddSheet of={quick} />
    </View>
  )
}

async function readAll(ids: readonly string[]): Promise<Result<ProductCard[], ApiError>> {
  const answers = await Promise.all(ids.map((id) => call('GET /products/:id', { params: { id } })))
  const lost = answers.find((answer) => !answer.ok && answer.error.code === 'network')
  if (lost && !lost.ok) return lost
  return ok(answers.flatMap((answer) => (answer.ok && answer.value.isOnSale ? [cardOf(answer.value)] : [])))
}

function cardOf(product: ProductView): ProductCard {
  const { id, title, subtitle, soldCount, tags, category, pictures } = product
  const skus = product.skus.filter((sku) => sku.isOnSale)
  const prices = skus.map((sku) => sku.priceFen)
  const priceFen = Math.min(...prices)
  return {
    id,
    title,
    subtitle,
    picture: pictures[0] ?? { large: '', small: '' },
    priceFen,
    hasManyPrices: new Set(prices).size > 1,
    listPriceFen: skus.find((sku) => sku.priceFen === priceFen)?.listPriceFen ?? null,
    soldCount,
    isSoldOut: skus.every((sku) => sku.available === 0),
    tags,
    categoryId: category.id,
    reason: null,
    onlySkuId: skus.length === 1 ? (skus[0]?.id ?? null) : null,
  }
}
