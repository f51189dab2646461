import type { ProductCard } from '@contract/catalogue'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { FeedGrid, FeedGridSkeleton } from '../../../../features/feed/feed-grid'
import { useProductPages } from '../../../../features/search/use-product-pages'
import { QuickAddSheet, useQuickAdd } from '../../../../features/sku/quick-add'
import { putInCart } from '../../../../pages/put-in-cart'
import { go } from '../../../../platform/navigate'
import { scrollToTop, usePageEnd } from '../../../../platform/page'
import { EndMark } from '../../../../ui/end-mark'
import { Loadable } from '../../../../ui/loadable'
import { Tabs } from '../../../../ui/tabs'

const open = (card: ProductCard) => go('product', { id: card.id })

/** The shelves of a coupon, one tab each. */
export function ByCategory({
  categories,
}: {
  readonly categories: readonly { readonly id: string; readonly name: string }[]
}) {
  const [tab, setTab] = useState(categories[0]?.id ?? '')
  const pages = useProductPages({ categoryId: tab })
  const quick = useQuickAdd(putInCart, true)
  usePageEnd(() => void pages.loadMore())
  const choose = (key: string) => {
    setTab(key)
    scrollToTop()
  }
  return (
    <>
      <Tabs
        items={categories.map(({ id, name }) => ({ key: id, text: name }))}
        active={tab}
        onChange={choose}
        isSticky
      />
      <View className="coupon-goods__grid">
        <FeedGrid cards={pages.cards} onOpen={open} onAdd={quick.add} />
        <Loadable
          of={pages.first}
          skeleton={<FeedGridSkeleton count={6} />}
          empty={{ art: 'bag', title: '这一类暂时没有商品' }}
        />
        {pages.first.status === 'ready' && <EndMark state={pages.state === 'more' ? 'more' : 'end'} />}
      </View>
      <QuickAddSheet of={quick} />
    </>
  )
}
