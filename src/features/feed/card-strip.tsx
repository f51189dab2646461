import type { ProductCard } from '@contract/catalogue'
import { ScrollView, View } from '@tarojs/components'
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
            <View className="card-strip__title">{card.title}</View>
            <View className="card-strip__why">{reasonText(card.reason) ?? card.subtitle}</View>
            <Price fen={card.priceFen} size="body" suffix={card.hasManyPrices ? '起' : undefined} />
          </View>
        ))}
      </View>
    </ScrollView>
  )
}
