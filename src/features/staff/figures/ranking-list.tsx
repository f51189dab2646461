import type { RankingRow } from '@contract/figures'
import { Text, View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { cls } from '../../../ui/cls'
import { Price } from '../../../ui/price'
import { ProgressBar } from '../../../ui/progress-bar'
import { Tag } from '../../../ui/tag'
import { rateText } from '../rate-text'
import './ranking-list.scss'

/** Staff by what was credited to them, each with a bar as long as its share of the first. */
export function RankingList({ rows }: { readonly rows: readonly RankingRow[] }) {
  const most = Math.max(1, ...rows.map(({ netSalesFen }) => netSalesFen))
  return (
    <Card isFlush className="ranking-list">
      {rows.map((row) => (
        <View key={row.staffId} className={cls('ranking-list__row', row.isMe && 'ranking-list__row--me')}>
          <View className={cls('ranking-list__place', row.place <= 3 && 'ranking-list__place--first')}>
            {row.place}
          </View>
          <View className="ranking-list__words">
            <View className="ranking-list__head">
              <View className="ranking-list__name">
                {row.name}
                {row.isMe && <Tag tone="line">我</Tag>}
                <Text className="ranking-list__title">{row.title}</Text>
              </View>
              <Price fen={row.netSalesFen} size="body" tone={row.netSalesFen === 0 ? 'second' : 'ink'} />
            </View>
            <ProgressBar value={Math.max(0, row.netSalesFen) / most} />
            <View className="ranking-list__note">
              {row.orders} 单 · 到店 {row.members} 人 · 转化 {row.conversion.part}/{row.conversion.whole} ={' '}
              {rateText(row.conversion.bps)}
            </View>
          </View>
        </View>
      ))}
    </Card>
  )
}
