import type { AfterSaleView } from '@contract/after-sale'
import { View } from '@tarojs/components'
import { Picture } from '../../ui/picture'
import { Price } from '../../ui/price'
import './request-lines.scss'

/** What goes back and what each of it really cost. */
export function RequestLines({ lines }: { readonly lines: AfterSaleView['lines'] }) {
  return (
    <View className="request-lines">
      {lines.map((line) => (
        <View key={line.lineId} className="request-lines__one">
          <View className="request-lines__picture">
            <Picture src={line.picture.small} alt={line.title} />
          </View>
          <View className="request-lines__words">
            <View className="request-lines__title">{line.title}</View>
            <View className="request-lines__spec">
              {[...Object.values(line.spec), `${line.quantity} 件`].join(' · ')}
            </View>
          </View>
          <Price fen={line.amountFen} size="body" tone="ink" />
        </View>
      ))}
    </View>
  )
}
