import type { ProductView } from '@contract/catalogue'
import { View } from '@tarojs/components'
import { SkuSheet } from '../../features/sku/sku-sheet'
import type { SkuChoice } from '../../features/sku/use-sku-choice'
import { Button } from '../../ui/button'
import { yuanText } from '../../ui/yuan'

/** What the visitor came to the sheet for: to look at the choice, or one of the two ways to buy. */
export type Way = 'choose' | 'add' | 'buy'

interface Props {
  readonly product: ProductView
  readonly choice: SkuChoice
  readonly way: Way
  readonly isOpen: boolean
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onAdd: () => void
  readonly onBuy: () => void
}

/** The choice with the buttons that belong to the way in. */
export function BuySheet({ product, choice, way, isOpen, isBusy, onClose, onAdd, onBuy }: Props) {
  const { sku, quantity } = choice
  const isOut = !sku || sku.available === 0
  const sum = sku && quantity > 1 ? ` · ${yuanText(sku.priceFen * quantity)}` : ''
  const foot =
    way === 'choose' ? (
      <>
        <Button kind="tint" className="sku-sheet__add" isDisabled={isOut} isLoading={isBusy} onTap={onAdd}>
          加入购物车
        </Button>
        <Button className="sku-sheet__buy" isDisabled={isOut} onTap={onBuy}>
          立即购买
        </Button>
      </>
    ) : (
      <Button
        isBlock
        className="sku-sheet__confirm"
        isDisabled={isOut}
        isLoading={isBusy}
        onTap={way === 'add' ? onAdd : onBuy}
      >
        {`${way === 'add' ? '加入购物车' : '立即购买'}${sum}`}
      </Button>
    )
  return (
    <SkuSheet
      isOpen={isOpen}
      onClose={onClose}
      product={product}
      choice={choice}
      foot={<View className="sku-sheet__actions">{foot}</View>}
    />
  )
}
