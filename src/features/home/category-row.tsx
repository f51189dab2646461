import type { Category } from '@contract/shop'
import { ScrollView, View } from '@tarojs/components'
import { Bone } from '../../ui/bone'
import { Picture } from '../../ui/picture'
import './category-row.scss'

interface Props {
  /** Null while they are being asked for. */
  readonly categories: readonly Category[] | null
  readonly onOpen: (category: Category) => void
}

const SEATS = ['a', 'b', 'c', 'd', 'e']

/** The shop's shelves, in one row that scrolls sideways. */
export function CategoryRow({ categories, onOpen }: Props) {
  return (
    <ScrollView className="category-row" scrollX enhanced showScrollbar={false}>
      <View className="category-row__row">
        {categories === null &&
          SEATS.map((seat) => (
            <View key={seat} className="category-row__item">
              <Bone shape="block" className="category-row__picture" />
              <Bone width="half" className="category-row__line" />
            </View>
          ))}
        {categories?.map((category) => (
          <View
            key={category.id}
            className="category-row__item"
            hoverClass="category-row__item--pressed"
            ariaRole="button"
            onClick={() => onOpen(category)}
          >
            <View className="category-row__picture">
              {category.picture ? (
                <Picture src={category.picture} alt={category.name} isEager />
              ) : (
                <View className="category-row__initial">{[...category.name][0]}</View>
              )}
            </View>
            <View className="category-row__name">{category.name}</View>
          </View>
        ))}
      </View>
    </ScrollView>
  )
}
