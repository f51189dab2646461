import type { OrderState } from '@contract/order'
import { useOrderPages } from '../../../../features/order/use-order-pages'
import { go } from '../../../../platform/navigate'
import { usePageEnd, usePageShow, usePullDown } from '../../../../platform/page'
import { Banner } from '../../../../ui/banner'
import { EndMark } from '../../../../ui/end-mark'
import { Loadable } from '../../../../ui/loadable'
import { ListBones } from './list-bones'
import { OrderRow } from './order-row'

interface Props {
  /** null: whatever their state. */
  readonly state: OrderState | null
  /** Said where there is none. */
  readonly empty: string
}

/** My orders, newest first, growing as the end comes near. */
export function OrderList({ state, empty }: Props) {
  const pages = useOrderPages(state)
  const { first } = pages
  usePageShow(() => void first.reload())
  usePullDown(first.reload)
  usePageEnd(() => void pages.more())
  if (first.status !== 'ready') {
    const action = { text: '去逛逛', onTap: () => go('home') }
    return <Loadable of={first} skeleton={<ListBones />} empty={{ art: 'bag', title: empty, action }} />
  }
  return (
    <>
      {pages.orders.map((order) => (
        <OrderRow key={order.id} order={order} reload={first.reload} />
      ))}
      {pages.end === 'failed' ? (
        <Banner action={{ text: '再试一次', onTap: () => void pages.more() }}>后面的没有加载出来</Banner>
      ) : (
        <EndMark state={pages.end} />
      )}
    </>
  )
}
