import type { ShareResult } from '@contract/staff'
import { dayText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { IconButton } from '../../../ui/icon-button'
import { Picture } from '../../../ui/picture'
import { Price } from '../../../ui/price'
import { FigureRow } from '../figure-row'
import './share-row.scss'

const CHANNELS: Readonly<Record<string, string>> = {
  card: '聊天卡片',
  moments: '朋友圈',
  code: '小程序码',
  link: '链接',
}

/** One of my shares and what it brought, what was forwarded from it counted in. */
export function ShareRow({ share, onCode }: { readonly share: ShareResult; readonly onCode: () => void }) {
  const { title, picture, channel, createdAt } = share
  return (
    <Card className="share-row">
      <View className="share-row__head">
        <Picture src={picture?.small} className="share-row__picture" />
        <View className="share-row__words">
          <View className="share-row__title">{title}</View>
          <View className="share-row__note">
            {CHANNELS[channel] ?? '分享'} · {dayText(createdAt)}
          </View>
        </View>
        <IconButton icon="code" label="小程序码" isQuiet className="share-row__code" onTap={onCode} />
      </View>
      <FigureRow
        items={[
          { name: '打开', value: share.opens },
          { name: '人数', value: share.members },
          { name: '付款订单', value: share.paidOrders },
          { name: '成交', value: <Price fen={share.netSalesFen} size="body" />, isStrong: true },
        ]}
      />
    </Card>
  )
}
