import type { ProductCard } from '@contract/catalogue'
import { View } from '@tarojs/components'
import { memo } from 'react'
import { Icon } from '../../ui/icon'
import { Picture } from '../../ui/picture'
import { Price } from '../../ui/price'
import { Tag } from '../../ui/tag'
import { reasonText } from './reason'
import { type Place, placeOf } from './tap-place'
import './feed-card.scss'

interface Props {
  readonly card: ProductCard
  readonly onOpen: (card: ProductCard) => void
  /** The quick +. Absent where nothing can be bought, as in Moments' single page. */
  readonly onAdd?: (card: ProductCard, from: Place | null) => void
  /** Among the first on the screen: its picture loads at once. */
  readonly isEager?: boolean
}

/** A product in a grid. All cards are equally high, so two columns stay even and nothing jumps. */
export const FeedCard = memo(function FeedCard({ card, onOpen, onAdd, isEager }: Props) {
  const reason = reasonText(card.reason)
  return (
    <View className="feed-card">
      <View className="feed-card__link" hoverClass="feed-card__link--pressed" onClick={() => onOpen(card)}>
        <View className="feed-card__picture">
          <Picture src={card.picture.small} isRound={false} isEager={isEager} alt={card.title} />
          {reason && (
            <Tag tone="veil" className="feed-card__reason">
              {reason}
            </Tag>
          )}
          {card.isSoldOut && <View className="feed-card__out">卖完了</View>}
        </View>
        <View className="feed-card__words">
          <View className="feed-card__title">{card.title}</View>
          <View className="feed-card__subtitle">{card.subtitle}</View>
        </View>
        <View className="feed-card__price">
          <Price
            fen={card.priceFen}
            tone={card.isSoldOut ? 'second' : 'accent'}
            suffix={card.hasManyPrices ? '起' : undefined}
          />
          {card.listPriceFen !== null && card.listPriceFen > card.priceFen && (
            <Price fen={card.listPriceFen} size="small" isStruck className="feed-card__list-price" />
          )}
        </View>
      </View>
      {onAdd && !card.isSoldOut && (
        <View
          className="feed-card__add"
          hoverClass="feed-card__add--pressed"
          ariaRole="button"
          ariaLabel={`把${card.title}加入购物车`}
          onClick={(event) => onAdd(card, placeOf(event))}
        >
          <View className="feed-card__plus">
            <Icon name="add" size="note" />
          </View>
        </View>
      )}
    </View>
  )
})
