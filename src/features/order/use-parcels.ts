import type { OrderView } from '@contract/order'
import type { OrderParcels } from '@contract/shipment'
import { call } from '../../platform/request'
import { type Query, useQuery } from '../../platform/use-query'

export const parcelsKey = (orderId: string): string => `parcels.${orderId}`

/** Something of it has left the house. */
const hasParcels = ({ timeline }: OrderView): boolean => timeline.some(({ event }) => event === 'ship')

/** The parcels of an order; kept, so that a tracking number can be read without a network. Waits while nothing was sent. */
export const useParcels = (order: OrderView): Query<OrderParcels> =>
  useQuery(
    hasParcels(order) ? parcelsKey(order.id) : null,
    () => call('GET /orders/:id/parcels', { params: { id: order.id } }),
    { persist: true, refreshOn: `${order.state}${order.timeline.length}` },
  )
