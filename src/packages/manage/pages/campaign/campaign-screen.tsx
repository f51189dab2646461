import type { CampaignDetail } from '@contract/campaign'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { benefitText } from '../../../../features/coupon/words'
import { Shell } from '../../../../features/shell/shell'
import { FigureRow } from '../../../../features/staff/figure-row'
import { go } from '../../../../platform/navigate'
import { call } from '../../../../platform/request'
import { useQuery } from '../../../../platform/use-query'
import { Button } from '../../../../ui/button'
import { Card } from '../../../../ui/card'
import { Cell } from '../../../../ui/cell'
import { Price } from '../../../../ui/price'
import { Staircase } from '../../../../ui/staircase'
import { PhaseTag } from '../campaigns/phase-tag'
import { stairsOf } from './stairs'
import { StockSheet } from './stock-sheet'
import { useMoves } from './use-moves'
import { actionText, gateText } from './words'
import './campaign-screen.scss'

interface Props {
  readonly campaign: CampaignDetail
  readonly onChanged: (campaign: CampaignDetail) => void
}

export function CampaignScreen({ campaign, onChanged }: Props) {
  const [isRaising, setRaising] = useState(false)
  const moves = useMoves(campaign, onChanged)
  const choices = useQuery('manage.campaign-choices', () => call('GET /manage/campaign-choices'))
  const known = choices.status === 'ready' ? choices.value : null
  const { input, figures, byTier, byGroup, history, actions } = campaign
  const may = (action: CampaignDetail['actions'][number]) => actions.includes(action)
  return (
    <Shell
      className="campaign"
      bar={
        <>
          {may('pause') && (
            <Button
              kind="tint"
              className="campaign__pause"
              isLoading={moves.isBusy}
              onTap={() => void moves.run('pause')}
            >
              暂停
            </Button>
          )}
          {may('resume') && (
            <Button
              kind="tint"
              className="campaign__resume"
              isLoading={moves.isBusy}
              onTap={() => void moves.run('resume')}
            >
              恢复
            </Button>
          )}
          {may('raise_stock') && (
            <Button kind="tint" className="campaign__raise" onTap={() => setRaising(true)}>
              加库存
            </Button>
          )}
          {may('edit') ? (
            <Button
              isBlock
              className="campaign__edit"
              onTap={() => go('manageCampaignEdit', { id: campaign.id })}
            >
              修改
            </Button>
          ) : (
            <Button
              isBlock
              className="campaign__copy"
              onTap={() => go('manageCampaignEdit', { copy: campaign.id })}
            >
              照着再办一次
            </Button>
          )}
        </>
      }
    >
      <Card title={input.title} extra={<PhaseTag phase={campaign.phase} />} className="campaign__head">
        <View className="campaign__about">
          {momentText(input.claimFrom)} 至 {momentText(input.claimUntil)} 可领 · 每人 {input.limitPerMember}{' '}
          张
        </View>
        <Staircase steps={stairsOf(input)} />
      </Card>
      <Card title="效果">
        <FigureRow
          items={[
            { name: '已领', value: figures.claimed },
            { name: '剩余', value: figures.left },
            { name: '已用', value: figures.used },
            { name: '过期', value: figures.expired },
          ]}
        />
        <View className="campaign__money">
          <FigureRow
            items={[
              { name: '用券订单', value: figures.orders },
              { name: '让利', value: <Price fen={figures.discountFen} size="body" tone="ink" /> },
              { name: '带来成交', value: <Price fen={figures.netSalesFen} size="body" />, isStrong: true },
            ]}
          />
        </View>
      </Card>
      <Card title="每一档" isFlush>
        {input.tiers.map((tier, place) => {
          const of = byTier[place]
          const left = of?.left === null || of?.left === undefined ? '库存不限' : `剩 ${of.left}`
          return (
            <Cell
              key={benefitText(tier, input.slot)}
              title={benefitText(tier, input.slot)}
              note={`${gateText(tier.gate, known)} · ${left}`}
              value={
                of
                  ? `领 ${of.claimed} · 用 ${of.used}${of.upgraded > 0 ? ` · 升 ${of.upgraded}` : ''}`
                  : undefined
              }
            />
          )
        })}
      </Card>
      {byGroup.length > 0 && (
        <Card title="每个群" isFlush>
          {byGroup.map((group) => (
            <Cell
              key={group.groupId}
              title={group.name ?? '还没有名字的群'}
              note={`${group.buyers} 人买过${group.left === null ? '' : ` · 剩 ${group.left} 张`}`}
              value={`领 ${group.claimed} · 用 ${group.used}`}
            />
          ))}
        </Card>
      )}
      <Card title="记录" isFlush>
        {history.map(({ at, action, staffName }) => (
          <Cell
            key={`${at}-${action}`}
            title={actionText(action)}
            note={momentText(at)}
            value={staffName ?? '命令行'}
          />
        ))}
      </Card>
      {may('end') && (
        <View className="campaign__end">
          <Button kind="text" isDisabled={moves.isBusy} onTap={() => void moves.run('end')}>
            结束这个活动
          </Button>
        </View>
      )}
      {isRaising && (
        <StockSheet campaign={campaign} onClose={() => setRaising(false)} onChanged={onChanged} />
      )}
    </Shell>
  )
}
