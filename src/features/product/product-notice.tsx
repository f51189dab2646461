import { View } from '@tarojs/components'
import './product-notice.scss'

interface Props {
  readonly title: string
  readonly text: string
}

/** Why this product cannot be bought now, above everything else on its page. */
export function ProductNotice({ title, text }: Props) {
  return (
    <View className="product-notice">
      <View className="product-notice__title">{title}</View>
      <View className="product-notice__text">{text}</View>
    </View>
  )
}
