import type { CartLine } from '@contract/cart'
import { View } from '@tarojs/components'
import { Check } from '../../ui/check'
import { Icon } from '../../ui/icon'
import { Picture } from '../../ui/picture'
import { Price } from '../../ui/price'
import { Stepper } from '../../ui/stepper'
import { Tag } from '../../ui/tag'
import { yuanText } from '../../ui/yuan'
import './cart-row.scss'

export interface CartRowDeeds {
  readonly onChoose: (line: CartLine) => void
  readonly onQuantity: (line: CartLine, quantity: number) => void
  /** A tap past an end of the stepper. */
  readonly onLimit: (line: CartLine, end: 'min' | 'max') => void
  readonly onRemove: (line: CartLine) => void
  readonly onOpen: (line: CartLine) => void
}

interface Props {
  readonly line: CartLine
  readonly deeds: CartRowDeeds
  /** What my best coupon takes off this line. */
  readonly savedFen?: number
}

/** One line that can be had: ticked or not, what it is, what it costs now, how many. */
export function CartRow({ line, deeds, savedFen = 0 }: Props) {
  const spec = Object.values(line.spec).join(' · ')
  return (
    <View className="cart-line">
      <Check isOn={line.isChosen} label={`选择 ${line.title}`} onTap={() => deeds.onChoose(line)} />
      <View className="cart-line__picture">
        <Picture src={line.picture.small} alt={line.title} onTap={() => deeds.onOpen(line)} />
      </View>
      <View className="cart-line__words">
        <View className="cart-line__head">
          <View className="cart-line__title" onClick={() => deeds.onOpen(line)}>
            {line.title}
          </View>
          <View
            className="cart-line__remove"
            hoverClass="cart-line__remove--pressed"
            ariaRole="button"
            ariaLabel={`删除 ${line.title}`}
            onClick={() => deeds.onRemove(line)}
          >
            <Icon name="trash" size="note" />
          </View>
        </View>
        {spec && <View className="cart-line__spec">{spec}</View>}
        <Moved line={line} savedFen={savedFen} />
        <View className="cart-line__foot">
          <Price fen={line.priceFen} size="body" />
          <Stepper
            value={line.quantity}
            max={line.maxQuantity}
            onChange={(quantity) => deeds.onQuantity(line, quantity)}
            onLimit={(end) => deeds.onLimit(line, end)}
          />
        </View>
      </View>
    </View>
  )
}

/** What a coupon saves on it, how the price moved since it was seen, how few are left: only what is true and of use. */
function Moved({ line, savedFen }: { readonly line: CartLine; readonly savedFen: number }) {
  const by = line.priceFen - line.seenPriceFen
  const isScarce = line.available <= 5
  if (by === 0 && !isScarce && savedFen === 0) return null
  return (
    <View className="cart-line__tags">
      {savedFen > 0 && <Tag tone="accent">用券省 {yuanText(savedFen)}</Tag>}
      {by < 0 && <Tag tone="good">比加入时便宜 {yuanText(-by)}</Tag>}
      {by > 0 && <Tag tone="warning">比加入时贵 {yuanText(by)}</Tag>}
      {isScarce && <Tag tone="plain">库存只剩 {line.available} 件</Tag>}
    </View>
  )
}
