import type { CartView } from '@contract/cart'
import { View } from '@tarojs/components'
import { Icon } from '../../ui/icon'
import { ProgressBar } from '../../ui/progress-bar'
import { yuanText } from '../../ui/yuan'
import './freight-strip.scss'

interface Props {
  readonly cart: CartView
  readonly onMore: () => void
}

/** How far free freight is, drawn and written; nothing where the shop has no such rule. */
export function FreightStrip({ cart, onMore }: Props) {
  const { freeOverFen, toFreeFen, flatFen } = cart.freight
  if (freeOverFen === null || flatFen === 0) return null
  const isFree = toFreeFen === null
  const isStarted = cart.goodsFen > 0
  const words = isFree
    ? '这一单免运费'
    : isStarted
      ? `再买 ${yuanText(toFreeFen)} 免运费`
      : `满 ${yuanText(freeOverFen)} 免运费`
  return (
    <View
      className="freight-strip"
      hoverClass={isFree ? 'none' : 'freight-strip--pressed'}
      onClick={isFree ? undefined : onMore}
    >
      <Icon name={isFree ? 'check' : 'truck'} size="small" className="freight-strip__icon" />
      <View className="freight-strip__words">
        <View className="freight-strip__text">{words}</View>
        {!isFree && <ProgressBar value={cart.goodsFen / freeOverFen} />}
      </View>
      {!isFree && (
        <View className="freight-strip__more">
          去逛逛
          <Icon name="arrow" size="note" />
        </View>
      )}
    </View>
  )
}
