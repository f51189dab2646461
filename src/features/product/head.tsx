import type { ProductView, SkuView } from '@contract/catalogue'
import { View } from '@tarojs/components'
import { Price } from '../../ui/price'
import { Tag } from '../../ui/tag'
import './head.scss'

interface Props {
  readonly product: ProductView
  /** The chosen SKU, whose price is shown; null shows the lowest. */
  readonly sku: SkuView | null
  /** One piece with the best coupon I hold or can take; null where none serves. */
  readonly afterCouponFen?: number | null
}

/** Price and name: what decides in the first second. */
export function ProductHead({ product, sku, afterCouponFen = null }: Props) {
  const { title, subtitle, soldCount, tags } = product
  const priced = sku ?? cheapest(product.skus)
  return (
    <View className="product-head">
      <View className="product-head__prices">
        {priced && <Price fen={priced.priceFen} size="figure" className="product__price" />}
        {afterCouponFen !== null && (
          <View className="product-head__after">
            <Price fen={afterCouponFen} size="body" label="券后" />
          </View>
        )}
        {priced?.listPriceFen && priced.listPriceFen > priced.priceFen ? (
          <Price fen={priced.listPriceFen} size="small" isStruck />
        ) : null}
        {soldCount > 0 && <View className="product-head__sold">已售 {soldCount}</View>}
      </View>
      <View className="product-head__title product__title">{title}</View>
      {subtitle && <View className="product-head__subtitle">{subtitle}</View>}
      {tags.length > 0 && (
        <View className="product-head__tags">
          {tags.slice(0, 4).map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </View>
      )}
    </View>
  )
}

const cheapest = (skus: readonly SkuView[]): SkuView | null =>
  skus
    .filter((sku) => sku.isOnSale)
    .reduce<SkuView | null>((best, sku) => (best && best.priceFen <= sku.priceFen ? best : sku), null) ??
  skus[0] ??
  null
