import type { OrderView } from '@contract/order'
import type { OrderParcels } from '@contract/shipment'
import { errorText } from '../../platform/error-text'
import { confirm, toast } from '../../platform/feedback'
import { confirmReceipt } from '../../platform/receipt'
import { call } from '../../platform/request'
import { useAction } from '../../platform/use-action'
import { primeQuery } from '../../platform/use-query'
import { orderKey } from './use-order'
import { parcelsKey } from './use-parcels'

/** Why there is nothing to confirm yet. */
const notYet = ({ unitsToShip }: OrderParcels): string =>
  unitsToShip > 0 ? '还有商品没发出，全部发出后再确认' : '包裹正在同步给微信，请稍后再确认'

/**
 * Confirms receipt on WeChat's own screen, then lets the shop ask WeChat what happened there: only that counts. Where
 * this WeChat has no such screen, says where else it is confirmed.
 */
export function useReceive(onDone: () => void) {
  return useAction(async (id: string) => {
    const parcels = await call('GET /orders/:id/parcels', { params: { id } })
    if (!parcels.ok) return toast(errorText(parcels.error))
    primeQuery(parcelsKey(id), parcels.value)
    if (!parcels.value.confirm) {
      toast(notYet(parcels.value))
      return onDone()
    }
    const outcome = await confirmReceipt(parcels.value.confirm)
    if (outcome === 'cancelled') return
    if (outcome === 'unavailable' && !(await isConfirmedElsewhere())) return
    await askShop(id)
    onDone()
  })
}

const isConfirmedElsewhere = (): Promise<boolean> =>
  confirm({
    title: '在微信里确认收货',
    text: '当前微信版本不能在这里打开确认页面。请到「我 - 订单与卡包」找到这一单确认收货，再回到这里',
    yes: '已经确认',
    no: '知道了',
  })

async function askShop(id: string): Promise<void> {
  const answer = await call('POST /orders/:id/receipt', { params: { id } })
  if (!answer.ok) {
    const isMoved = answer.error.code === 'order.state_refused'
    return toast(isMoved ? '订单状态已更新' : errorText(answer.error))
  }
  primeQuery<OrderView>(orderKey(id), answer.value.order)
  if (answer.value.received) toast('已确认收货', 'done')
  else toast('微信还没有确认收货，稍后会自动更新')
}
