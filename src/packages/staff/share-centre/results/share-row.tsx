import type { ShareResult } from '@contract/staff'
import { dayText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { FigureRow } from '../../../../features/staff/figure-row'
import { go } from '../../../../platform/navigate'
import { Button } from '../../../../ui/button'
import { Card } from '../../../../ui/card'
import { IconButton } from '../../../../ui/icon-button'
import { Picture } from '../../../../ui/picture'
import { Price } from '../../../../ui/price'
import { Tag } from '../../../../ui/tag'
import './share-row.scss'

const CHANNELS: Readonly<Record<string, string>> = {
  card: '聊天卡片',
  moments: '朋友圈',
  code: '小程序码',
  link: '页面路径',
}

const ENDED = { expired: '已过期', revoked: '已撤回' } as const

interface Props {
  readonly share: ShareResult
  readonly onCode: () => void
  readonly onRevoke: () => void
}

/** One of my shares and what it brought, what was forwarded from it counted in. */
export function ShareRow({ share, onCode, onRevoke }: Props) {
  const { token, title, picture, channel, createdAt, state, intendedGroupName } = share
  return (
    <Card className="share-row">
      <View className="share-row__head">
        <Picture src={picture?.small} className="share-row__picture" />
        <View className="share-row__words">
          <View className="share-row__title">{title}</View>
          <View className="share-row__note">
            {CHANNELS[channel] ?? '分享'} · {dayText(createdAt)}
            {intendedGroupName !== null && ` · 给${intendedGroupName}`}
          </View>
        </View>
        {state === 'ok' ? (
          <IconButton icon="code" label="小程序码" isQuiet className="share-row__code" onTap={onCode} />
        ) : (
          <Tag>{ENDED[state]}</Tag>
        )}
      </View>
      <FigureRow
        items={[
          { name: '打开', value: share.opens },
          { name: '人数', value: share.members },
          { name: '付款订单', value: share.paidOrders },
          { name: '成交', value: <Price fen={share.netSalesFen} size="body" />, isStrong: true },
        ]}
      />
      {state === 'ok' && (
        <View className="share-row__deeds">
          <View className="share-row__until">{untilText(share)}</View>
          <Button kind="text" size="small" className="share-row__revoke" onTap={onRevoke}>
            撤回
          </Button>
          <Button
            kind="line"
            size="small"
            className="share-row__poster"
            onTap={() => go('staffPoster', { token })}
          >
            海报
          </Button>
        </View>
      )}
    </Card>
  )
}

const untilText = ({ expiresAt }: ShareResult): string =>
  expiresAt === null ? '长期有效' : `${dayText(expiresAt)}前有效`
