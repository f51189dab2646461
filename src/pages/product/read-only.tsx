import type { ProductView } from '@contract/catalogue'
import { View } from '@tarojs/components'
import { reasonText } from '../../features/feed/reason'
import { Details } from '../../features/product/details'
import { Gallery } from '../../features/product/gallery'
import { ProductHead } from '../../features/product/head'
import { ServiceRow } from '../../features/product/service-row'
import { SkuRow } from '../../features/product/sku-row'
import { Shell } from '../../features/shell/shell'
import { valuesOf } from '../../features/sku/choose'
import { useSkuChoice } from '../../features/sku/use-sku-choice'
import { useShop } from '../../platform/shop'
import { Card } from '../../ui/card'

/**
 * The product in Moments' single page: no login, no way on, nothing to buy, and no word that urges to leave it
 * (developers.weixin.qq.com/miniprogram/dev/framework/open-ability/share-timeline.html).
 */
export function ReadOnlyProduct({ product }: { readonly product: ProductView }) {
  const shop = useShop((s) => s.shop)
  const { sku } = useSkuChoice(product)
  const state = !product.isOnSale ? '已下架' : sku ? null : '卖完了'
  return (
    <Shell className="product">
      <Gallery
        pictures={product.pictures}
        title={product.title}
        reason={reasonText(product.reason)}
        canView={false}
      />
      <ProductHead product={product} sku={sku} />
      <Card isFlush>
        {state && <SkuRow label="状态" text={state} note={null} />}
        {product.specNames.map((name) => (
          <SkuRow key={name} label={name} text={valuesOf(product, name).join('、')} note={null} />
        ))}
        <ServiceRow service={product.service} freight={shop?.freight ?? null} />
      </Card>
      <Details product={product} />
      <View className="product__preview">正在以单页方式浏览，价格与库存以店内为准</View>
    </Shell>
  )
}
