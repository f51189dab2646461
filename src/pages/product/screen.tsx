import type { ProductView } from '@contract/catalogue'
import { useState } from 'react'
import { selectCount, useCart } from '../../features/cart/store'
import { reasonText } from '../../features/feed/reason'
import { ServingCard } from '../../features/home/serving-card'
import { Details } from '../../features/product/details'
import { Gallery } from '../../features/product/gallery'
import { ProductHead } from '../../features/product/head'
import { ProductBar } from '../../features/product/product-bar'
import { ProductNotice } from '../../features/product/product-notice'
import { ServiceRow } from '../../features/product/service-row'
import { SkuRow } from '../../features/product/sku-row'
import { Shell } from '../../features/shell/shell'
import { choiceText } from '../../features/sku/choose'
import { useSkuChoice } from '../../features/sku/use-sku-choice'
import { assetUrl } from '../../platform/api-address'
import { go } from '../../platform/navigate'
import { useShop } from '../../platform/shop'
import type { Query } from '../../platform/use-query'
import { urlOf } from '../../routes'
import { Card } from '../../ui/card'
import { StaleHint } from '../stale-hint'
import { BuySheet, type Way } from './buy-sheet'
import { ProductCoupons, useProductCoupons } from './product-coupons'
import { Similar } from './similar'
import { useBuying } from './use-buying'

interface Props {
  readonly product: ProductView
  readonly query: Query<ProductView>
}

const FEW = 10

/** A product that is there: on sale, sold out, or withdrawn. */
export function ProductScreen({ product, query }: Props) {
  const shop = useShop((s) => s.shop)
  const cartCount = useCart(selectCount)
  const choice = useSkuChoice(product)
  const [sheet, setSheet] = useState<{ readonly way: Way; readonly isOpen: boolean }>({
    way: 'choose',
    isOpen: false,
  })
  const close = () => setSheet(({ way }) => ({ way, isOpen: false }))
  const { add, buy, isBusy, added } = useBuying(choice, close)
  const { sku, quantity } = choice
  const staff = product.servingStaff
  const coupons = useProductCoupons(product, sku)

  const blocked = !product.isOnSale ? '已下架' : sku ? null : '卖完了'
  const hasChoice = product.skus.filter((it) => it.isOnSale).length > 1
  const start = (way: Way) => {
    if (way === 'choose' || hasChoice) setSheet({ way, isOpen: true })
    else if (way === 'add') void add()
    else buy()
  }

  const bar = (
    <ProductBar
      cartCount={cartCount}
      added={added}
      blocked={blocked}
      isBusy={isBusy}
      contact={{
        sessionFrom: `product:${product.id}${staff ? `|staff:${staff.staffId}` : ''}`,
        sendMessageTitle: product.title,
        sendMessagePath: urlOf('product', { id: product.id }),
        sendMessageImg: product.pictures[0] && assetUrl(product.pictures[0].small),
      }}
      onCart={() => go('cart')}
      onAdd={() => start('add')}
      onBuy={() => start('buy')}
    />
  )
  return (
    <Shell className="product" bar={bar}>
      <StaleHint of={query} />
      <Gallery
        pictures={product.pictures}
        title={product.title}
        reason={reasonText(product.reason)}
        canView
      />
      <ProductHead
        product={product}
        sku={sku}
        afterCouponFen={blocked ? null : (coupons.after?.priceFen ?? null)}
      />
      {!blocked && <ProductCoupons after={coupons.after} ladders={coupons.ladders} reload={coupons.reload} />}
      {!product.isOnSale && <ProductNotice title="这件商品已下架" text="看看下面这些有没有合适的" />}
      {product.isOnSale && !sku && <ProductNotice title="这件商品卖完了" text="补货之后可以再来买" />}
      {blocked ? (
        <Similar product={product} title="看看别的" />
      ) : (
        <Card isFlush>
          {sku && (
            <SkuRow
              label="已选"
              text={[choiceText(product, choice.choice), `${quantity} 件`].filter(Boolean).join(' · ')}
              note={sku.available <= FEW ? `库存只剩 ${sku.available} 件` : null}
              onTap={() => start('choose')}
            />
          )}
          <ServiceRow service={product.service} freight={shop?.freight ?? null} />
        </Card>
      )}
      <ServingCard
        staff={product.servingStaff}
        shopName={shop?.name ?? '群店'}
        servicePhone={shop?.servicePhone ?? null}
      />
      <Details product={product} />
      {!blocked && <Similar product={product} title="常和它一起买" />}
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
    </Shell>
  )
}
