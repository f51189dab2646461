import type { ShippingOrder } from '@contract/shipment'
import { View } from '@tarojs/components'
import { Picture } from '../../../ui/picture'
import './pack-lines.scss'

interface Props {
  readonly lines: ShippingOrder['lines']
  /** What has left or was given back is not shown. */
  readonly isOnlyLeft: boolean
}

/** What goes into the box, with large numbers; what must not go in says why. */
export function PackLines({ lines, isOnlyLeft }: Props) {
  const shown = isOnlyLeft ? lines.filter((line) => line.toShip > 0) : lines
  return (
    <View className="pack-lines">
      {shown.map((line) => (
        <View key={line.lineId} className="pack-lines__one">
          <View className="pack-lines__picture">
            <Picture src={line.picture.small} alt={line.title} />
          </View>
          <View className="pack-lines__words">
            <View className="pack-lines__title">{line.title}</View>
            <View className="pack-lines__spec">
              {[
                ...Object.values(line.spec),
                line.shipped > 0 && `已发 ${line.shipped}`,
                line.refunded > 0 && `退了 ${line.refunded}，不发`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </View>
          </View>
          <View className="pack-lines__count">× {isOnlyLeft ? line.toShip : line.quantity}</View>
        </View>
      ))}
    </View>
  )
}
