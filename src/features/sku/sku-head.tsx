import type { ProductView, SkuView } from '@contract/catalogue'
import { View } from '@tarojs/components'
import { assetUrl } from '../../platform/api-address'
import { viewPictures } from '../../platform/navigate'
import { Bone } from '../../ui/bone'
import { Picture } from '../../ui/picture'
import { Price } from '../../ui/price'
import './sku-head.scss'

interface Props {
  readonly product: ProductView | null
  readonly sku: SkuView | null
  readonly text: string
}

/** Said aloud only when it is true and near. */
const FEW = 10

/** The chosen SKU: its picture, price, and what is left of it. */
export function SkuHead({ product, sku, text }: Props) {
  const picture = sku?.picture ?? product?.pictures[0]
  const view = () => {
    if (!picture) return
    const url = assetUrl(picture.large)
    viewPictures([url], url)
  }
  return (
    <View className="sku-head">
      <View className="sku-head__picture">
        {product ? <Picture src={picture?.large} isEager onTap={view} /> : <Bone shape="square" />}
      </View>
      <View className="sku-head__words">{product ? <Words sku={sku} text={text} /> : <Waiting />}</View>
    </View>
  )
}

function Words({ sku, text }: { readonly sku: SkuView | null; readonly text: string }) {
  if (!sku) return <View className="sku-head__text">这款暂时卖完了</View>
  const { priceFen, listPriceFen, available } = sku
  return (
    <>
      <View className="sku-head__price">
        <Price fen={priceFen} size="figure" />
        {listPriceFen !== null && listPriceFen > priceFen && (
          <Price fen={listPriceFen} size="small" isStruck />
        )}
      </View>
      {text && <View className="sku-head__text">已选 {text}</View>}
      {available <= FEW && <View className="sku-head__few">库存只剩 {available} 件</View>}
    </>
  )
}

function Waiting() {
  return (
    <>
      <Bone shape="title" width="half" />
      <Bone width="most" className="sku-head__bone" />
    </>
  )
}
