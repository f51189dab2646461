import type { CampaignSummary } from '@contract/campaign'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { FigureRow } from '../../../../features/staff/figure-row'
import { Card } from '../../../../ui/card'
import { Price } from '../../../../ui/price'
import { PhaseTag } from './phase-tag'
import './campaign-card.scss'

/** A campaign in the list: where it is, how much was taken and spent, what it sold. */
export function CampaignCard({
  campaign,
  onTap,
}: {
  readonly campaign: CampaignSummary
  readonly onTap: () => void
}) {
  const { title, phase, slot, tierCount, claimFrom, claimUntil, figures } = campaign
  return (
    <Card className="campaign-card" onTap={onTap} title={title} extra={<PhaseTag phase={phase} />}>
      <View className="campaign-card__about">
        {slot === 'freight' ? '运费券' : '商品券'} · {tierCount} 档 · {momentText(claimFrom)} 至{' '}
        {momentText(claimUntil)}
      </View>
      <FigureRow
        items={[
          { name: '已领', value: figures.claimed },
          { name: '剩余', value: figures.left },
          { name: '已用', value: figures.used },
          { name: '带来成交', value: <Price fen={figures.netSalesFen} size="body" />, isStrong: true },
        ]}
      />
    </Card>
  )
}
