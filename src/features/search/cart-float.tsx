import { View } from '@tarojs/components'
import { Badge } from '../../ui/badge'
import { Icon } from '../../ui/icon'
import './cart-float.scss'

/** The cart, floating where no tab bar shows it. */
export function CartFloat({ count, onTap }: { readonly count: number; readonly onTap: () => void }) {
  return (
    <View
      className="cart-float"
      hoverClass="cart-float--pressed"
      ariaRole="button"
      ariaLabel="购物车"
      onClick={onTap}
    >
      <Icon name="cart" />
      <Badge count={count} className="cart-float__count" />
    </View>
  )
}
