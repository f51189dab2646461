import type { ProductCard } from '@contract/catalogue'
import type { Category } from '@contract/shop'
import { View } from '@tarojs/components'
import { useCallback, useEffect } from 'react'
import { useCartBadge } from '../../features/cart/use-cart'
import { CardStrip, CardStripSkeleton } from '../../features/feed/card-strip'
import { FeedGrid, FeedGridSkeleton } from '../../features/feed/feed-grid'
import { Flights, useFlight } from '../../features/feed/flight'
import type { Place } from '../../features/feed/tap-place'
import { useChunks } from '../../features/feed/use-chunks'
import { CategoryRow } from '../../features/home/category-row'
import { GroupStrip } from '../../features/home/group-strip'
import { Section } from '../../features/home/section'
import { ServingCard, ServingCardSkeleton } from '../../features/home/serving-card'
import { useCategories } from '../../features/home/use-home'
import { useShareCard } from '../../features/share/use-share-card'
import { Shell } from '../../features/shell/shell'
import { QuickAddSheet, useQuickAdd } from '../../features/sku/quick-add'
import { selectEntryToken, selectIsSinglePage, useTouch } from '../../features/touch/store'
import { go, setTitle } from '../../platform/navigate'
import { usePullDown } from '../../platform/page'
import { useShop } from '../../platform/shop'
import { urlOf } from '../../routes'
import { EndMark } from '../../ui/end-mark'
import { Loadable } from '../../ui/loadable'
import { putInCart } from '../put-in-cart'
import { StaleHint } from '../stale-hint'
import { HomeCoupons } from './home-coupons'
import { useHomePage } from './use-home-page'
import './index.scss'

const open = (card: ProductCard) => go('product', { id: card.id })
const browse = (category: Category) => go('list', { categoryId: category.id })
const search = () => go('list', { focus: 1 })
const NO_CARDS: readonly ProductCard[] = []

export default function HomePage() {
  const { home, view, group, areBuysAwaited } = useHomePage()
  const categories = useCategories()
  const token = useTouch(selectEntryToken)
  // Moments' single page: nothing can be bought and nobody called.
  const isReadOnly = useTouch(selectIsSinglePage)
  const shop = useShop((s) => s.shop)
  const shopName = shop?.name ?? '群店'
  const { shown, isAll } = useChunks(view?.feed ?? NO_CARDS, view?.group?.id ?? '')
  const quick = useQuickAdd(putInCart)
  const { add } = quick
  const { flying, fly } = useFlight()
  const onAdd = useCallback(
    (card: ProductCard, from: Place | null) => {
      if (add(card)) fly(from)
    },
    [add, fly],
  )

  useCartBadge()
  usePullDown(() => Promise.all([home.reload(), categories.reload()]))
  useEffect(() => setTitle(shopName), [shopName])
  const path = urlOf('home', { t: token ?? undefined })
  useShareCard(
    { kind: 'home', parentToken: token, isReady: view !== null },
    { title: shopName, path, query: token ? `t=${token}` : '', imageUrl: null },
  )

  const buys = view?.groupBuys ?? NO_CARDS
  return (
    <Shell isTab className="home">
      <GroupStrip group={group} announcement={shop?.announcement ?? ''} onSearch={search} />
      <StaleHint of={home} />
      {view && !isReadOnly && (
        <ServingCard
          staff={view.servingStaff}
          shopName={shopName}
          servicePhone={shop?.servicePhone ?? null}
        />
      )}
      {home.status === 'loading' && <ServingCardSkeleton />}
      {!isReadOnly && <HomeCoupons />}
      {(buys.length > 0 || areBuysAwaited) && (
        <Section title="群友在买" className="home__group-buys">
          {buys.length > 0 ? <CardStrip cards={buys} onOpen={open} /> : <CardStripSkeleton />}
        </Section>
      )}
      <View className="home__categories">
        <CategoryRow
          categories={categories.status === 'ready' ? categories.value.items : null}
          onOpen={browse}
        />
      </View>
      <View className="home__feed">
        <FeedGrid cards={shown} onOpen={open} onAdd={isReadOnly ? undefined : onAdd} />
        <Loadable
          of={home}
          skeleton={<FeedGridSkeleton />}
          empty={{ art: 'bag', title: '货架正在上新', text: '店里还没有在售的商品，晚点再来看看' }}
        />
      </View>
      {view && <EndMark state={isAll ? 'end' : 'more'} />}
      <QuickAddSheet of={quick} />
      <Flights of={flying} />
    </Shell>
  )
}
