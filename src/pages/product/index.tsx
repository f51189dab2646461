import { MissingProduct } from '../../features/product/missing'
import { ProductSkeleton } from '../../features/product/product-skeleton'
import { useTarget } from '../../features/product/use-target'
import { useShareCard } from '../../features/share/use-share-card'
import { Shell } from '../../features/shell/shell'
import { useProduct } from '../../features/sku/use-product'
import { selectEntryToken, selectGroupId, selectIsSinglePage, useTouch } from '../../features/touch/store'
import { go } from '../../platform/navigate'
import { usePageShow, useRouterParams } from '../../platform/page'
import { selectMemberId, useSession } from '../../platform/session'
import { urlOf } from '../../routes'
import { Loadable } from '../../ui/loadable'
import { ReadOnlyProduct } from './read-only'
import { ProductScreen } from './screen'
import './index.scss'

/** An id that never was one is as good as unknown. */
const MISSING = new Set(['thing.not_found', 'request.invalid'])
const home = () => go('home')

export default function ProductPage() {
  const target = useTarget(useRouterParams())
  const { productId, token } = target
  const memberId = useSession(selectMemberId)
  const groupId = useTouch(selectGroupId)
  const isSinglePage = useTouch(selectIsSinglePage)
  const entryToken = useTouch(selectEntryToken)
  const query = useProduct(productId, `${memberId ?? ''}|${groupId ?? ''}`)
  const product = query.status === 'ready' ? query.value : null
  // Back from checkout or the cart: what is left may have changed.
  usePageShow(() => void query.reload())
  const fallback = { id: productId ?? undefined, t: token ?? undefined }
  useShareCard(
    {
      kind: 'product',
      productId: product?.id,
      parentToken: token || entryToken,
      isReady: product?.isOnSale === true,
    },
    {
      title: product?.title ?? '看看这件商品',
      path: urlOf('product', fallback),
      query: urlOf('product', fallback).split('?')[1] ?? '',
      imageUrl: null,
    },
  )

  const isMissing = target.isMissing || (query.status === 'failed' && MISSING.has(query.error.code))
  if (isMissing) {
    return (
      <Shell className="product">
        <MissingProduct onHome={isSinglePage ? undefined : home} />
      </Shell>
    )
  }
  if (!product) {
    return (
      <Shell className="product">
        <Loadable of={target.asking ?? query} skeleton={<ProductSkeleton />} />
      </Shell>
    )
  }
  if (isSinglePage) return <ReadOnlyProduct product={product} />
  return <ProductScreen product={product} query={query} />
}
