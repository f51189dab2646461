import type { CartView } from '@contract/cart'
import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Check } from '../../ui/check'
import { cls } from '../../ui/cls'
import { Price } from '../../ui/price'
import { yuanText } from '../../ui/yuan'
import './cart-bar.scss'

interface Props {
  readonly cart: CartView
  /** What the best of my coupons takes off the chosen ones. */
  readonly savedFen: number
  /** The cart changed and its price is on its way. */
  readonly isBehind: boolean
  readonly onChooseAll: (isChosen: boolean) => void
  readonly onCheckout: () => void
}

/** Stays at the bottom: all or none, what the chosen ones cost, and the way to checkout. */
export function CartBar({ cart, savedFen, isBehind, onChooseAll, onCheckout }: Props) {
  const lines = cart.lines.filter((line) => line.state === 'ok')
  const isAll = lines.length > 0 && lines.every((line) => line.isChosen)
  const isFreightOpen = cart.freight.toFreeFen !== null && cart.chosenCount > 0
  const notes = [savedFen > 0 && `券省 ${yuanText(savedFen)}`, isFreightOpen && '未含运费'].filter(Boolean)
  return (
    <>
      <View className="cart-bar__all" onClick={() => onChooseAll(!isAll)}>
        <Check isOn={isAll} label="全选" />
        全选
      </View>
      <View className="cart-bar__sum">
        <View className={cls('cart-bar__total', isBehind && 'cart-bar__total--behind')}>
          合计
          <Price fen={Math.max(0, cart.goodsFen - savedFen)} />
        </View>
        {notes.length > 0 && <View className="cart-bar__note">{notes.join(' · ')}</View>}
      </View>
      <Button isDisabled={cart.chosenCount === 0} onTap={onCheckout} className="cart__checkout">
        去结算({cart.chosenCount})
      </Button>
    </>
  )
}
