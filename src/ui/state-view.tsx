import { Image, View } from '@tarojs/components'
import cart from '../assets/empty/cart.png'
import coupons from '../assets/empty/coupons.png'
import failed from '../assets/empty/failed.png'
import offline from '../assets/empty/offline.png'
import orders from '../assets/empty/orders.png'
import { Button } from './button'
import { cls } from './cls'
import { Icon, type IconName } from './icon'
import './state-view.scss'

/** Drawings that lie in the package, so that they show without a network; other arts are icons on a ground. */
const DRAWINGS: Partial<Record<IconName, string>> = {
  bag: orders,
  box: orders,
  cart,
  cloud: offline,
  coupon: coupons,
  warn: failed,
}

interface Props {
  readonly art: IconName
  readonly title: string
  readonly text?: string
  readonly action?: { readonly text: string; readonly onTap: () => void; readonly isLoading?: boolean }
  /** Inside a card instead of a whole screen. */
  readonly isSmall?: boolean
}

/** A state of a screen: a drawing, what it means, one thing to do. */
export function StateView({ art, title, text, action, isSmall }: Props) {
  const drawing = DRAWINGS[art]
  return (
    <View className={cls('state-view', isSmall && 'state-view--small')}>
      {drawing ? (
        <Image className="state-view__drawing" src={drawing} mode="aspectFit" />
      ) : (
        <View className="state-view__art">
          <View className="state-view__ground" />
          <View className="state-view__dot" />
          <Icon name={art} size="art" />
        </View>
      )}
      <View className="state-view__title">{title}</View>
      {text && <View className="state-view__text">{text}</View>}
      {action && (
        <View className="state-view__action">
          <Button kind={isSmall ? 'line' : 'tint'} onTap={action.onTap} isLoading={action.isLoading}>
            {action.text}
          </Button>
        </View>
      )}
    </View>
  )
}
