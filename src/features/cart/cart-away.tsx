import type { CartLine } from '@contract/cart'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { cls } from '../../ui/cls'
import { Icon } from '../../ui/icon'
import { Picture } from '../../ui/picture'
import './cart-away.scss'

interface Props {
  readonly lines: readonly CartLine[]
  readonly onClear: () => void
  /** Takes as many as are left. */
  readonly onTakeLeft: (line: CartLine) => void
}

/** Lines that cannot be had as they stand, folded below the rest; one tap clears them. */
export function CartAway({ lines, onClear, onTakeLeft }: Props) {
  const [isOpen, setOpen] = useState(false)
  if (lines.length === 0) return null
  const shown = isOpen ? lines : lines.slice(0, 2)
  return (
    <Card
      isFlush
      className="cart-away"
      title={<View className="cart-away__title">暂时买不了 {lines.length} 款</View>}
      extra={
        <Button kind="text" size="small" onTap={onClear} className="cart-away__clear">
          清空
        </Button>
      }
    >
      {shown.map((line) => (
        <AwayRow key={line.skuId} line={line} onTakeLeft={onTakeLeft} />
      ))}
      {lines.length > 2 && (
        <View
          className="cart-away__fold"
          hoverClass="cart-away__fold--pressed"
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? '收起' : `还有 ${lines.length - 2} 款`}
          <Icon
            name="arrow"
            size="note"
            className={cls('cart-away__arrow', isOpen && 'cart-away__arrow--up')}
          />
        </View>
      )}
    </Card>
  )
}

interface RowProps {
  readonly line: CartLine
  readonly onTakeLeft: (line: CartLine) => void
}

function AwayRow({ line, onTakeLeft }: RowProps) {
  const left = line.state === 'short' ? line.maxQuantity : 0
  const spec = Object.values(line.spec).join(' · ')
  return (
    <View className={cls('cart-away__row', left === 0 && 'cart-away__row--gone')}>
      <View className="cart-away__picture">
        <Picture src={line.picture.small} alt={line.title} />
      </View>
      <View className="cart-away__words">
        <View className="cart-away__name">{line.title}</View>
        <View className="cart-away__why">{[spec, WHY[line.state](line)].filter(Boolean).join(' · ')}</View>
      </View>
      {left > 0 && (
        <Button kind="tint" size="small" onTap={() => onTakeLeft(line)}>
          改买 {left} 件
        </Button>
      )}
    </View>
  )
}

const WHY: Readonly<Record<CartLine['state'], (line: CartLine) => string>> = {
  ok: () => '',
  short: (line) => `要 ${line.quantity} 件，只剩 ${line.available} 件`,
  sold_out: () => '已卖完',
  withdrawn: () => '已下架',
}
