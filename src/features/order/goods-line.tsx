import type { Picture as PictureView } from '@contract/common'
import { View } from '@tarojs/components'
import { Picture } from '../../ui/picture'
import { Price } from '../../ui/price'
import './goods-line.scss'

interface Props {
  readonly line: {
    readonly title: string
    readonly spec: Readonly<Record<string, string>>
    readonly picture: PictureView
    readonly unitPriceFen: number
    readonly quantity: number
  }
  /** What has changed about it, in one short sentence. */
  readonly notice?: string
  readonly onTap?: () => void
}

/** One thing that is bought: picture, name, which kind, price and how many. */
export function GoodsLine({ line, notice, onTap }: Props) {
  const spec = Object.values(line.spec).join(' · ')
  return (
    <View className="goods-line" hoverClass={onTap ? 'goods-line--pressed' : 'none'} onClick={onTap}>
      <View className="goods-line__picture">
        <Picture src={line.picture.small} alt={line.title} />
      </View>
      <View className="goods-line__words">
        <View className="goods-line__title">{line.title}</View>
        {spec && <View className="goods-line__spec">{spec}</View>}
        {notice && <View className="goods-line__notice">{notice}</View>}
        <View className="goods-line__foot">
          <Price fen={line.unitPriceFen} size="body" tone="ink" />
          <View className="goods-line__quantity">× {line.quantity}</View>
        </View>
      </View>
    </View>
  )
}
