import type { ProductCard } from '@contract/catalogue'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { selectCount, useCart } from '../../features/cart/store'
import { FeedGrid, FeedGridSkeleton } from '../../features/feed/feed-grid'
import { useCategories } from '../../features/home/use-home'
import { CartFloat } from '../../features/search/cart-float'
import { SearchField } from '../../features/search/search-field'
import { useProductPages } from '../../features/search/use-product-pages'
import { Shell } from '../../features/shell/shell'
import { QuickAddSheet, useQuickAdd } from '../../features/sku/quick-add'
import { go } from '../../platform/navigate'
import { scrollToTop, usePageEnd, useRouterParams } from '../../platform/page'
import { EndMark } from '../../ui/end-mark'
import { Loadable } from '../../ui/loadable'
import { Tabs } from '../../ui/tabs'
import { putInCart } from '../put-in-cart'
import './index.scss'

const ALL = 'all'
const open = (card: ProductCard) => go('product', { id: card.id })

export default function ListPage() {
  const params = useRouterParams()
  const [tab, setTab] = useState(params.categoryId || ALL)
  const [words, setWords] = useState(params.q ?? '')
  const categories = useCategories()
  const pages = useProductPages({ categoryId: tab === ALL ? undefined : tab, q: words || undefined })
  const quick = useQuickAdd(putInCart, true)
  const count = useCart(selectCount)
  usePageEnd(() => void pages.loadMore())

  const shelves = categories.status === 'ready' ? categories.value.items : []
  const choose = (key: string) => {
    setTab(key)
    scrollToTop()
  }
  const widen = () => (words ? setWords('') : setTab(ALL))
  return (
    <Shell className="list">
      <View className="list__head">
        <SearchField words={words} onSearch={setWords} isFocused={params.focus === '1'} />
        <Tabs
          items={[{ key: ALL, text: '全部' }, ...shelves.map(({ id, name }) => ({ key: id, text: name }))]}
          active={tab}
          onChange={choose}
        />
      </View>
      <View className="list__products">
        <FeedGrid cards={pages.cards} onOpen={open} onAdd={quick.add} />
        <Loadable
          of={pages.first}
          skeleton={<FeedGridSkeleton count={6} />}
          empty={{
            art: 'search',
            title: words ? `没有找到“${words}”` : '这一类暂时没有商品',
            text: words ? '换个词，或看看别的货架' : '看看别的货架吧',
            action: { text: words ? '清除搜索' : '看全部商品', onTap: widen },
          }}
        />
        {pages.first.status === 'ready' && pages.state !== 'failed' && <EndMark state={pages.state} />}
        {pages.state === 'failed' && (
          <View
            className="list__again"
            hoverClass="list__again--pressed"
            onClick={() => void pages.loadMore()}
          >
            没有加载出来，点这里再试一次
          </View>
        )}
      </View>
      <CartFloat count={count} onTap={() => go('cart')} />
      <QuickAddSheet of={quick} />
    </Shell>
  )
}
