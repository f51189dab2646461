import type { ProductView } from '@contract/catalogue'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Picture } from '../../ui/picture'
import { readDescription } from './facts'
import './details.scss'

/** What there is to know: the merchant's words, facts in a table, the further pictures large. */
export function Details({ product }: { readonly product: Pick<ProductView, 'description' | 'pictures'> }) {
  const { facts, paragraphs } = readDescription(product.description)
  const pictures = product.pictures.slice(1)
  if (facts.length + paragraphs.length + pictures.length === 0) return null
  return (
    <Card title="商品详情" className="details">
      {paragraphs.map((text) => (
        <View key={text} className="details__text">
          {text}
        </View>
      ))}
      {facts.length > 0 && (
        <View className="details__facts">
          {facts.map(({ name, value }) => (
            <View key={name} className="details__fact">
              <View className="details__name">{name}</View>
              <View className="details__value">{value}</View>
            </View>
          ))}
        </View>
      )}
      {pictures.map(({ large }) => (
        <View key={large} className="details__picture">
          <Picture src={large} />
        </View>
      ))}
    </Card>
  )
}
