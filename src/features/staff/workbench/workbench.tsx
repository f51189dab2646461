import type { WorkbenchView } from '@contract/staff'
import { go } from '../../../platform/navigate'
import { Banner } from '../../../ui/banner'
import { rangeText } from '../ranges'
import { ConversionCard } from './conversion-card'
import { Entries } from './entries'
import { FigureGrid } from './figure-grid'
import { SalesCard } from './sales-card'
import { StaffHead } from './staff-head'

interface Props {
  readonly view: WorkbenchView
  /** The last fetch failed: these are older figures. */
  readonly isStale: boolean
  readonly trend: WorkbenchView['trend'] | null
  readonly onInvite: () => void
}

/** A staff member's own figures at a glance; each one opens the orders behind it. */
export function Workbench({ view, isStale, trend, onInvite }: Props) {
  const toOrders = () => go('staffOrders', { range: view.range })
  const isQuiet = view.opens === 0 && view.orders === 0
  return (
    <>
      <StaffHead staff={view.staff} rank={view.rank} />
      {isStale && <Banner icon="cloud">没有更新成功，下拉再试</Banner>}
      <SalesCard view={view} trend={trend} onOrders={toOrders} />
      <Entries
        items={[
          { key: 'shares', icon: 'share', text: '我的分享', onTap: () => go('staffShares') },
          { key: 'groups', icon: 'group', text: '我的群', onTap: () => go('staffGroups') },
          { key: 'orders', icon: 'quote', text: '归属订单', onTap: () => go('staffOrders') },
          ...(view.staff.role === 'manager'
            ? [{ key: 'invite', icon: 'add', text: '邀请导购', onTap: onInvite } as const]
            : []),
        ]}
      />
      {isQuiet && (
        <Banner tone="accent" action={{ text: '去分享', onTap: () => go('staffShares') }}>
          {rangeText(view.range)}还没有人从你的分享进店
        </Banner>
      )}
      <ConversionCard view={view} onOrders={toOrders} />
      <FigureGrid view={view} onOrders={toOrders} />
    </>
  )
}
