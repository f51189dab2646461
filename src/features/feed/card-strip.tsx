import type { ProductCard } from '@contract/catalogue'
import { ScrollView, View } from '@tarojs/components'
import { Bone } from '../../ui/bone'
import { Picture } from '../../ui/picture'
import { Price } from '../../ui/price'
import { reasonText } from './reason'
import './card-strip.scss'

interface Props {
  readonly cards: readonly ProductCard[]
  readonly onOpen: (card: ProductCard) => void
}

/** Products in a row that scrolls sideways; the next one peeks in. */
export function CardStrip({ cards, onOpen }: Props) {
  return (
    <ScrollView className="card-strip" scrollX enhanced showScrollbar={false}>
      <View className="card-strip__row">
        {cards.map((card) => (
          <View
            key={card.id}
            className="card-strip__item"
            hoverClass="card-strip__item--pressed"
            onClick={() => onOpen(card)}
          >
            <Picture src={card.picture.small} alt={card.title} />
            <View className="card-strip__title">
              <View className="card-strip__line">{card.title}</View>
            </View>
            <View className="card-strip__why">
              <View className="card-strip__line">{reasonText(card.reason) ?? card.subtitle}</View>
            </View>
            <View className="card-strip__price">
              <Price fen={card.priceFen} size="body" suffix={card.hasManyPrices ? '起' : undefined} />
            </View>
          </View>
        ))}
      </View>
    </ScrollView>
  )
}

const SEATS = ['a', 'b', 'c', 'd']

/** The row before its products are known, in the same measures. */
export function CardStripSkeleton() {
  return (
    <View className="card-strip card-strip--waiting">
      <View className="card-strip__row">
        {SEATS.map((seat) => (
          <View key={seat} className="card-strip__item">
            <Bone shape="square" />
            <View className="card-strip__title">
              <Bone width="most" />
            </View>
            <View className="card-strip__why">
              <Bone width="half" />
            </View>
            <View className="card-strip__price" />
          </View>
        ))}
      </View>
    </View>
  )
}
