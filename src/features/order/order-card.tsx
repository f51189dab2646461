import type { OrderSummary } from '@contract/order'
import { dayText } from '@domain/shop-time'
import { Text, View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { cls } from '../../ui/cls'
import { Countdown } from '../../ui/countdown'
import { Picture } from '../../ui/picture'
import { Price } from '../../ui/price'
import { Tag } from '../../ui/tag'
import { STATE_WORDS } from './order-text'
import './order-card.scss'

interface Props {
  readonly order: OrderSummary
  readonly isBusy: boolean
  readonly onOpen: () => void
  /** What is being asked back of it, in a word. */
  readonly afterSale: string | null
  readonly onPay: () => void
  readonly onReceive: () => void
  readonly onBuyAgain: () => void
  readonly onTimeUp: () => void
}

const MOST_PICTURES = 3

/** An order in the list: what it held, what it cost, and the next step as the one filled button. */
export function OrderCard(props: Props) {
  const { order, isBusy, afterSale, onOpen, onPay, onReceive, onBuyAgain, onTimeUp } = props
  const mayPay = order.actions.includes('pay')
  const mayReceive = order.actions.includes('confirm_receipt')
  const mayBuyAgain = order.actions.includes('buy_again')
  return (
    <Card className={cls('order-card', `order-card--${order.state}`)} onTap={onOpen}>
      <View className="order-card__head">
        <View className="order-card__day">{dayText(order.createdAt)}下单</View>
        <View className="order-card__state">
          {afterSale && (
            <Tag tone="warning" className="order-card__after-sale">
              {afterSale}
            </Tag>
          )}
          {STATE_WORDS[order.state].short}
          {mayPay && (
            <Text className="order-card__left">
              <Countdown until={order.expiresAt} onEnd={onTimeUp} />
            </Text>
          )}
        </View>
      </View>
      <View className="order-card__body">
        <Goods order={order} />
        <View className="order-card__sum">
          <Price fen={order.payableFen} size="body" tone="ink" />
          <View className="order-card__count">共 {order.itemCount} 件</View>
        </View>
      </View>
      {(mayPay || mayReceive || mayBuyAgain) && (
        <View className="order-card__foot" onClick={(event) => event.stopPropagation()}>
          {mayBuyAgain && (
            <Button
              kind={mayReceive || order.state === 'paid' ? 'line' : 'tint'}
              size="small"
              isLoading={isBusy}
              onTap={onBuyAgain}
            >
              再次购买
            </Button>
          )}
          {mayReceive && (
            <Button size="small" isLoading={isBusy} onTap={onReceive} className="order-card__receive">
              确认收货
            </Button>
          )}
          {mayPay && (
            <Button size="small" isLoading={isBusy} onTap={onPay} className="order-card__pay">
              去支付
            </Button>
          )}
        </View>
      )}
    </Card>
  )
}

/** One thing with its name, several as a row of pictures. */
function Goods({ order }: { readonly order: OrderSummary }) {
  const [only] = order.lines
  if (order.lines.length === 1 && only) {
    return (
      <View className="order-card__only">
        <View className="order-card__picture">
          <Picture src={only.picture.small} alt={only.title} />
        </View>
        <View className="order-card__title">{only.title}</View>
      </View>
    )
  }
  const hidden = order.lines.length - MOST_PICTURES
  return (
    <View className="order-card__row">
      {seats(order.lines.slice(0, MOST_PICTURES)).map(({ seat, line, isLast }) => (
        <View key={seat} className="order-card__picture">
          <Picture src={line.picture.small} alt={line.title} />
          {isLast && hidden > 0 && <View className="order-card__hidden">+{hidden}</View>}
        </View>
      ))}
    </View>
  )
}

/** Two lines may look alike, so their place tells them apart. */
const seats = (lines: OrderSummary['lines']) =>
  lines.map((line, place) => ({ seat: `seat-${place}`, line, isLast: place === lines.length - 1 }))
