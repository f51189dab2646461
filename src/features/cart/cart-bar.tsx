import type { CartView } from '@contract/cart'
import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Check } from '../../ui/check'
import { Price } from '../../ui/price'
import './cart-bar.scss'

interface Props {
  readonly cart: CartView
  readonly onChooseAll: (isChosen: boolean) => void
  readonly onCheckout: () => void
}

/** Stays at the bottom: all or none, what the chosen ones cost, and the way to checkout. */
export function CartBar({ cart, onChooseAll, onCheckout }: Props) {
  const lines = cart.lines.filter((line) => line.state === 'ok')
  const isAll = lines.length > 0 && lines.every((line) => line.isChosen)
  const note = cart.freight.toFreeFen === null || cart.chosenCount === 0 ? null : '未含运费'
  return (
    <>
      <View className="cart-bar__all" onClick={() => onChooseAll(!isAll)}>
        <Check isOn={isAll} label="全选" />
        全选
      </View>
      <View className="cart-bar__sum">
        <View className="cart-bar__total">
          合计
          <Price fen={cart.goodsFen} />
        </View>
        {note && <View className="cart-bar__note">{note}</View>}
      </View>
      <Button isDisabled={cart.chosenCount === 0} onTap={onCheckout} className="cart__checkout">
        去结算({cart.chosenCount})
      </Button>
    </>
  )
}
