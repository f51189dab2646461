import type { FiguresView } from '@contract/figures'
import type { StaffSelf } from '@contract/session'
import type { WorkbenchView } from '@contract/staff'
import { serverNow } from '../../../platform/clock'
import { go } from '../../../platform/navigate'
import { Banner } from '../../../ui/banner'
import { ConversionCard } from '../figures/conversion-card'
import { FigureGrid } from '../figures/figure-grid'
import { rowsOpener } from '../figures/open-rows'
import { SalesCard } from '../figures/sales-card'
import { ServeCard } from '../serve/serve-card'
import { dayCount, type Span, spanText } from '../span'
import { Entries } from './entries'
import { StaffHead } from './staff-head'

interface Props {
  readonly staff: StaffSelf
  /** Over these days; null where they were chosen by hand. */
  readonly rank: WorkbenchView['rank']
  readonly view: FiguresView
  readonly span: Span
  /** The last fetch failed: these are older figures. */
  readonly isStale: boolean
  /** The last thirty days, for when the chosen ones are too few to draw. */
  readonly month: FiguresView['trend'] | null
  readonly onInvite: () => void
}

/** Fewer days make no picture. */
const DRAWN_FROM = 5

/** A staff member's own figures at a glance; each one opens the rows behind it. */
export function Workbench({ staff, rank, view, span, isStale, month, onInvite }: Props) {
  const onRows = rowsOpener(span)
  const toRanking = () => go('staffRanking', { from: span.from, to: span.to })
  const name = spanText(span, serverNow())
  const isDrawn = dayCount(span) >= DRAWN_FROM
  const trend = isDrawn ? { title: name, days: view.trend } : month && { title: '近30天', days: month }
  return (
    <>
      <StaffHead staff={staff} rank={rank} onRank={toRanking} />
      {isStale && <Banner icon="cloud">没有更新成功，下拉再试</Banner>}
      <SalesCard view={view} span={span} name={name} trend={trend} onOrders={() => onRows('orders')} />
      <Entries items={entriesOf(staff, onInvite)} />
      <ServeCard />
      {view.opens === 0 && view.orders === 0 && (
        <Banner tone="accent" action={{ text: '去分享', onTap: () => go('staffShares') }}>
          {name}还没有人从你的分享进店
        </Banner>
      )}
      <ConversionCard view={view} onRows={onRows} />
      <FigureGrid
        view={view}
        onRows={onRows}
        rank={{ text: rank ? `第 ${rank.place}` : '看排名', onTap: toRanking }}
      />
    </>
  )
}

const entriesOf = (staff: StaffSelf, onInvite: () => void) =>
  [
    { key: 'shares', icon: 'share', text: '分享中心', onTap: () => go('staffShares') },
    { key: 'members', icon: 'person', text: '我的会员', onTap: () => go('staffMembers') },
    { key: 'groups', icon: 'group', text: '我的群', onTap: () => go('staffGroups') },
    { key: 'orders', icon: 'quote', text: '归属订单', onTap: () => go('staffOrders') },
    ...(staff.role === 'manager'
      ? [{ key: 'invite', icon: 'add', text: '邀请导购', onTap: onInvite } as const]
      : []),
  ] as const
