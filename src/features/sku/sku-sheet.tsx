import type { ProductView } from '@contract/catalogue'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { toast } from '../../platform/feedback'
import { Chip } from '../../ui/chip'
import { Sheet } from '../../ui/sheet'
import { Stepper } from '../../ui/stepper'
import { choiceText, isOut, mostOf, valuesOf } from './choose'
import { SkuHead } from './sku-head'
import type { SkuChoice } from './use-sku-choice'
import './sku-sheet.scss'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Null while it is being asked for. */
  readonly product: ProductView | null
  readonly choice: SkuChoice
  /** The buttons: what happens with the choice. */
  readonly foot: ReactNode
}

/** Choosing a specification and how many: picture and price follow the choice, what is out of stock is struck. */
export function SkuSheet({ isOpen, onClose, product, choice, foot }: Props) {
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={product?.title} foot={foot}>
      <View className="sku-sheet">
        <SkuHead
          product={product}
          sku={choice.sku}
          text={product ? choiceText(product, choice.choice) : ''}
        />
        {product?.specNames.map((name) => (
          <View key={name} className="sku-sheet__spec">
            <View className="sku-sheet__name">{name}</View>
            <View className="sku-sheet__values">
              {valuesOf(product, name).map((value) => (
                <View key={value} className="sku-sheet__value">
                  <Chip
                    isChosen={choice.choice[name] === value}
                    isOut={isOut(product, choice.choice, name, value)}
                    onTap={() => choice.take(name, value) || toast(`${value}卖完了`)}
                  >
                    {value}
                  </Chip>
                </View>
              ))}
            </View>
          </View>
        ))}
        {product && <Quantity choice={choice} />}
      </View>
    </Sheet>
  )
}

function Quantity({ choice: { sku, quantity, setQuantity } }: { readonly choice: SkuChoice }) {
  if (!sku) return null
  const { limitPerOrder, available } = sku
  const most = mostOf(sku)
  const say = (end: 'min' | 'max') => {
    if (end === 'min') toast('至少买 1 件')
    else
      toast(
        limitPerOrder !== null && most === limitPerOrder ? `每单限购 ${most} 件` : `只有 ${available} 件了`,
      )
  }
  return (
    <View className="sku-sheet__quantity">
      <View className="sku-sheet__name">数量</View>
      {limitPerOrder !== null && <View className="sku-sheet__limit">每单限购 {limitPerOrder} 件</View>}
      <Stepper value={quantity} max={Math.max(1, most)} onChange={setQuantity} onLimit={say} />
    </View>
  )
}
