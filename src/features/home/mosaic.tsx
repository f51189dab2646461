import { View } from '@tarojs/components'
import { Icon } from '../../ui/icon'
import './mosaic.scss'

const SEATS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']

/** A group as chats draw it: a rounded square of its members, here in initials on tints. */
export function Mosaic({ initials }: { readonly initials: readonly string[] }) {
  if (initials.length < 3) {
    return (
      <View className="mosaic mosaic--plain">
        <Icon name="group" />
      </View>
    )
  }
  const seats = SEATS.slice(0, initials.length)
  return (
    <View className={`mosaic mosaic--${initials.length > 4 ? 'many' : 'few'}`}>
      {seats.map((seat, place) => (
        <View key={seat} className={`mosaic__one mosaic__one--${place % 6}`}>
          {initials[place]}
        </View>
      ))}
    </View>
  )
}
