import type { ProductCard } from '@contract/catalogue'
import { View } from '@tarojs/components'
import { Bone } from '../../ui/bone'
import { FeedCard } from './feed-card'
import type { Place } from './tap-place'
import './feed-grid.scss'

interface Props {
  readonly cards: readonly ProductCard[]
  readonly onOpen: (card: ProductCard) => void
  readonly onAdd?: (card: ProductCard, from: Place | null) => void
}

/** As many cards as a first screen can show. */
const FIRST_SCREEN = 4

/** Products in two columns. */
export function FeedGrid({ cards, onOpen, onAdd }: Props) {
  return (
    <View className="feed-grid">
      {cards.map((card, place) => (
        <View key={card.id} className="feed-grid__cell">
          <FeedCard card={card} onOpen={onOpen} onAdd={onAdd} isEager={place < FIRST_SCREEN} />
        </View>
      ))}
    </View>
  )
}

const SEATS = ['a', 'b', 'c', 'd', 'e', 'f']

/** The grid before its products are known, in the same measures. */
export function FeedGridSkeleton({ count = 4 }: { readonly count?: number }) {
  return (
    <View className="feed-grid">
      {SEATS.slice(0, count).map((seat) => (
        <View key={seat} className="feed-grid__cell">
          <View className="feed-grid__bone">
            <Bone shape="square" className="feed-grid__square" />
            <View className="feed-grid__lines">
              <Bone width="most" />
              <Bone width="half" className="feed-grid__line" />
              <Bone shape="title" width="third" className="feed-grid__price" />
            </View>
          </View>
        </View>
      ))}
    </View>
  )
}
