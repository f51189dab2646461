import type { StaffRow } from '@contract/team'
import { DAY_MS, dayOf } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { rateText } from '../../../../features/manage/commissions/rate'
import { longDayText } from '../../../../features/manage/team/day-text'
import { Facts } from '../../../../features/manage/team/facts'
import { postText } from '../../../../features/manage/team/use-team'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { serverNow } from '../../../../platform/clock'
import { go } from '../../../../platform/navigate'
import { call } from '../../../../platform/request'
import { useQuery } from '../../../../platform/use-query'
import { Avatar } from '../../../../ui/avatar'
import { Card } from '../../../../ui/card'
import { Cell } from '../../../../ui/cell'
import { Loadable } from '../../../../ui/loadable'
import { Price } from '../../../../ui/price'
import { Tag } from '../../../../ui/tag'
import './index.scss'

const MONTH_DAYS = 30

/** A colleague's card, their last thirty days, and where each number leads. */
export function MemberScreen({ row }: { readonly row: StaffRow }) {
  const { staffId, name, title, role, isMe, state, joinedAt, leftAt, members, groups, openShares } = row
  const now = serverNow()
  const [from, to] = [dayOf(now - (MONTH_DAYS - 1) * DAY_MS), dayOf(now)]
  const figures = useQuery(useStaffKey(`manage.figures.${staffId}`), () =>
    call('GET /manage/figures', { query: { from, to, staffId } }),
  )
  const openOrders = () => go('manageCorrections', { staffId, name })
  return (
    <>
      <Card className="team-member__head">
        <View className="team-member__who">
          <Avatar name={name} size="large" />
          <View className="team-member__words">
            <View className="team-member__name">
              {name}
              {role === 'manager' && <Tag tone="accent">店长</Tag>}
              {isMe && <Tag>我</Tag>}
              {state === 'left' && <Tag tone="line">已离开</Tag>}
            </View>
            <View className="team-member__note">
              {title || postText(role)}
              {joinedAt !== null && ` · ${longDayText(joinedAt, now)}加入`}
              {leftAt !== null && ` · ${longDayText(leftAt, now)}离开`}
            </View>
          </View>
        </View>
        <Facts
          items={[
            { name: '客户', value: members },
            { name: '群', value: groups, onTap: () => go('manageGroups', { staffId }) },
            { name: '有效分享', value: openShares },
          ]}
        />
      </Card>
      <Card title="近 30 天">
        <Loadable of={figures} />
        {figures.status === 'ready' && (
          <Facts
            items={[
              {
                name: '归属成交',
                value: <Price fen={figures.value.netSalesFen} size="body" tone="accent" />,
                onTap: openOrders,
              },
              { name: '付款订单', value: figures.value.orders, onTap: openOrders },
              { name: '打开人数', value: figures.value.members },
            ]}
          />
        )}
      </Card>
      <Card isFlush>
        <Cell icon="bag" title="归属订单" note="每一单的理由，可以更正" onTap={openOrders} />
        <Cell
          icon="wallet"
          title="提成"
          value={row.commissionBps > 0 ? rateText(row.commissionBps) : '未设'}
          onTap={() => go('manageCommissions')}
        />
        <Cell
          icon="card"
          title="账本"
          note="导出这位同事的流水"
          onTap={() => go('manageLedger', { staffId })}
        />
        <Cell
          icon="clock"
          title="操作记录"
          note="这位同事做过的"
          onTap={() => go('manageAudit', { actorStaffId: staffId, name })}
        />
      </Card>
    </>
  )
}
