import type { QuoteView } from '@contract/order'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Banner } from '../../ui/banner'
import { Card } from '../../ui/card'
import type { Shortage } from './shortage'
import './lines-card.scss'

interface Props {
  readonly quote: QuoteView
  readonly shortages: readonly Shortage[]
  readonly children: ReactNode
}

/** What is bought. Where the shelf holds less than was wished, that stands above it before anybody pays. */
export function LinesCard({ quote, shortages, children }: Props) {
  const gone = shortages.filter((it) => it.left === 0).length
  const fewer = shortages.length - gone
  const words = [gone > 0 && `${gone} 款已买不到`, fewer > 0 && `${fewer} 款数量有调整`].filter(Boolean)
  return (
    <>
      {words.length > 0 && (
        <Banner tone="warning" icon="info">
          库存有变化：{words.join('，')}
        </Banner>
      )}
      <Card isFlush className="lines-card">
        <View className="lines-card__lines">{children}</View>
        <View className="lines-card__count">
          共 {quote.lines.reduce((sum, it) => sum + it.quantity, 0)} 件
        </View>
      </Card>
    </>
  )
}
