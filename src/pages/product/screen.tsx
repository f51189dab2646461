import type { ProductCard, ProductView } from '@contract/catalogue'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { selectCount, useCart } from '../../features/cart/store'
import { FeedGrid } from '../../features/feed/feed-grid'
import { reasonText } from '../../features/feed/reason'
import { Section } from '../../features/home/section'
import { ServingCard } from '../../features/home/serving-card'
import { Details } from '../../features/product/details'
import { Gallery } from '../../features/product/gallery'
import { ProductHead } from '../../features/product/head'
import { ProductBar } from '../../features/product/product-bar'
import { ProductNotice } from '../../features/product/product-notice'
import { ServiceRow } from '../../features/product/service-row'
import { SkuRow } from '../../features/product/sku-row'
import { useSimilar } from '../../features/product/use-similar'
import { Shell } from '../../features/shell/shell'
import { choiceText } from '../../features/sku/choose'
import { useSkuChoice } from '../../features/sku/use-sku-choice'
import { go } from '../../platform/navigate'
import { useShop } from '../../platform/shop'
import { Card } from '../../ui/card'
import { BuySheet, type Way } from './buy-sheet'
import { useBuying } from './use-buying'

interface Props {
  readonly product: ProductView
  /** Moments' single page: no login, no way on, nothing to buy. */
  readonly isReadOnly: boolean
}

const open = (card: ProductCard) => go('product', { id: card.id })

/** A product that is there: on sale, sold out, or withdrawn. */
export function ProductScreen({ product, isReadOnly }: Props) {
  const shop = useShop((s) => s.shop)
  const cartCount = useCart(selectCount)
  const similar = useSimilar(product)
  const choice = useSkuChoice(product)
  const [sheet, setSheet] = useState<{ readonly way: Way; readonly isOpen: boolean }>({
    way: 'choose',
    isOpen: false,
  })
  const close = () => setSheet(({ way }) => ({ way, isOpen: false }))
  const { add, buy, isBusy } = useBuying(choice, close)
  const { sku, quantity } = choice

  const blocked = !product.isOnSale ? '已下架' : sku ? null : '卖完了'
  const hasChoice = product.skus.filter((it) => it.isOnSale).length > 1
  const start = (way: Way) => {
    if (way === 'choose' || hasChoice) setSheet({ way, isOpen: true })
    else if (way === 'add') void add()
    else buy()
  }
  const spec = choiceText(product, choice.choice)

  const bar = (
    <ProductBar
      cartCount={cartCount}
      blocked={blocked}
      isBusy={isBusy}
      sessionFrom={`product:${product.id}`}
      onCart={() => go('cart')}
      onAdd={() => start('add')}
      onBuy={() => start('buy')}
    />
  )
  return (
    <Shell className="product" bar={isReadOnly ? undefined : bar}>
      <Gallery pictures={product.pictures} title={product.title} canView={!isReadOnly} />
      <ProductHead product={product} sku={sku} reason={reasonText(product.reason)} />
      {!product.isOnSale && <ProductNotice title="这件商品已下架" text="可以看看下面相近的商品" />}
      {product.isOnSale && !sku && <ProductNotice title="这件商品卖完了" text="补货之后可以再来买" />}
      <Card isFlush>
        {sku && (
          <SkuRow
            text={[spec, `${quantity} 件`].filter(Boolean).join(' · ')}
            note={sku.available <= 10 ? `库存只剩 ${sku.available} 件` : null}
            onTap={isReadOnly ? undefined : () => start('choose')}
          />
        )}
        <ServiceRow service={product.service} freight={shop?.freight ?? null} />
      </Card>
      {product.servingStaff && !isReadOnly && (
        <ServingCard
          staff={product.servingStaff}
          shopName={shop?.name ?? '群店'}
          servicePhone={shop?.servicePhone ?? null}
        />
      )}
      <Details product={product} />
      {similar.length > 0 && !isReadOnly && (
        <Section title={product.isOnSale ? '常和它一起买' : '相近的商品'} className="product__similar">
          <FeedGrid cards={similar} onOpen={open} />
        </Section>
      )}
      {isReadOnly && <View className="product__preview">正在以单页方式浏览，价格与库存以店内为准</View>}
      {!isReadOnly && (
        <BuySheet
          product={product}
          choice={choice}
          way={sheet.way}
          isOpen={sheet.isOpen}
          isBusy={isBusy}
          onClose={close}
          onAdd={() => void add()}
          onBuy={buy}
        />
      )}
    </Shell>
  )
}
