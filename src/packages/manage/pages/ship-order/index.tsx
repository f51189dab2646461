import type { DeliveryCompany, ShippingOrder } from '@contract/shipment'
import { Shell } from '../../../../features/shell/shell'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { useRouterParams } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { primeQuery, useQuery } from '../../../../platform/use-query'
import { Loadable } from '../../../../ui/loadable'
import { ShipScreen } from './ship-screen'

const FAILED = { 'thing.not_found': { title: '没有找到这个订单' } }

/** One order as whoever packs it needs it. */
export default function ShipOrderPage() {
  const { id } = useRouterParams()
  const key = id && `shipping-order.${id}`
  const order = useQuery<ShippingOrder>(key, () =>
    call('GET /manage/shipping/:id', { params: { id: id ?? '' } }),
  )
  const companies = useQuery<{ items: DeliveryCompany[] }>('delivery-companies', () =>
    call('GET /manage/delivery-companies'),
  )
  if (!key || order.status !== 'ready') {
    return (
      <Shell>
        <Loadable of={order} skeleton={<ListSkeleton rows={3} />} failed={FAILED} />
      </Shell>
    )
  }
  return (
    <ShipScreen
      order={order.value}
      companies={companies.status === 'ready' ? companies.value.items : []}
      onChanged={(changed) => primeQuery(key, changed)}
      reload={order.reload}
    />
  )
}
