import type { ProductCard } from '@contract/catalogue'
import type { Category } from '@contract/shop'
import { View } from '@tarojs/components'
import { useCallback, useEffect } from 'react'
import { addToCart } from '../../features/cart/actions'
import { refusalText } from '../../features/cart/refusal-text'
import { useCartBadge } from '../../features/cart/use-cart'
import { CardStrip } from '../../features/feed/card-strip'
import { FeedGrid, FeedGridSkeleton } from '../../features/feed/feed-grid'
import { Flights, useFlight } from '../../features/feed/flight'
import type { Place } from '../../features/feed/tap-place'
import { useChunks } from '../../features/feed/use-chunks'
import { CategoryRow } from '../../features/home/category-row'
import { GroupStrip } from '../../features/home/group-strip'
import { HomeSkeleton } from '../../features/home/home-skeleton'
import { Section } from '../../features/home/section'
import { ServingCard } from '../../features/home/serving-card'
import { shownGroup } from '../../features/home/shown-group'
import { useCategories, useFresh, useHome } from '../../features/home/use-home'
import { useShareCard } from '../../features/share/use-share-card'
import { Shell } from '../../features/shell/shell'
import { QuickAddSheet, useQuickAdd } from '../../features/sku/quick-add'
import { selectEntryToken, selectGroupId, selectGroupName, useTouch } from '../../features/touch/store'
import { go, setTitle } from '../../platform/navigate'
import { usePullDown } from '../../platform/page'
import { selectMemberId, useSession } from '../../platform/session'
import { useShop } from '../../platform/shop'
import { urlOf } from '../../routes'
import { EndMark } from '../../ui/end-mark'
import { Loadable } from '../../ui/loadable'
import './index.scss'

const open = (card: ProductCard) => go('product', { id: card.id })
const browse = (category: Category) => go('list', { categoryId: category.id })
const search = () => go('list', { focus: 1 })
/** How long the strip waits for the group's proof before it names the shop, ms. */
const PROOF_MS = 2500
const NO_CARDS: readonly ProductCard[] = []

const put = async (skuId: string, quantity: number) => {
  const answer = await addToCart(skuId, quantity)
  return answer.ok ? null : refusalText(answer.error)
}

export default function HomePage() {
  const memberId = useSession(selectMemberId)
  const groupId = useTouch(selectGroupId)
  const groupName = useTouch(selectGroupName)
  const isProofPending = useTouch((s) => s.receipt === null && s.opening?.mayHaveGroup === true)
  const isFresh = useFresh(PROOF_MS)
  const token = useTouch(selectEntryToken)
  const shop = useShop((s) => s.shop)
  const shopName = shop?.name ?? '群店'
  const home = useHome({ memberId, groupId })
  const categories = useCategories()
  const view = home.status === 'ready' ? home.value : null
  const { shown, isAll } = useChunks(view?.feed ?? NO_CARDS, groupId ?? '')
  const quick = useQuickAdd(put)
  const { flying, fly } = useFlight()
  const { add } = quick
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
    { kind: 'home', isReady: view !== null },
    { title: shopName, path, query: token ? `t=${token}` : '', imageUrl: null },
  )

  return (
    <Shell isTab className="home">
      <GroupStrip
        group={shownGroup({
          home: view?.group,
          proven: groupId === null ? null : { id: groupId, name: groupName },
          isProofPending,
          isFresh,
        })}
        shopName={shopName}
        announcement={shop?.announcement ?? ''}
        onSearch={search}
      />
      {view ? (
        <ServingCard
          staff={view.servingStaff}
          shopName={shopName}
          servicePhone={shop?.servicePhone ?? null}
        />
      ) : (
        home.status === 'loading' && <HomeSkeleton />
      )}
      {view && view.groupBuys.length > 0 && (
        <Section title="群友在买" note="最近 30 天" className="home__group-buys">
          <CardStrip cards={view.groupBuys} onOpen={open} />
        </Section>
      )}
      <View className="home__categories">
        <CategoryRow
          categories={categories.status === 'ready' ? categories.value.items : null}
          onOpen={browse}
        />
      </View>
      <View className="home__feed">
        <FeedGrid cards={shown} onOpen={open} onAdd={onAdd} />
        <Loadable
          of={home}
          skeleton={<FeedGridSkeleton />}
          empty={{ art: 'bag', title: '货架正在上新', text: '店里还没有在售的商品，晚点再来看看' }}
        />
      </View>
      {view && <EndMark state={isAll ? 'end' : 'more'} text="看到底了，去找店员聊聊也好" />}
      <QuickAddSheet of={quick} />
      <Flights of={flying} to="tab" />
    </Shell>
  )
}
