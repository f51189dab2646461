import type { OrderView } from '@contract/order'
import { errorText } from '../../platform/error-text'
import { confirm, toast } from '../../platform/feedback'
import { call } from '../../platform/request'
import { useAction } from '../../platform/use-action'
import { primeQuery } from '../../platform/use-query'
import { orderKey } from './use-order'

/** Cancels an unpaid order after asking. A payment that was quicker wins: then the order is simply shown anew. */
export function useCancel(onDone: () => void) {
  return useAction(async (id: string) => {
    const isSure = await confirm({
      title: '取消这个订单吗',
      text: '取消后库存会放回去',
      yes: '取消订单',
      no: '再想想',
    })
    if (!isSure) return
    const answer = await call('POST /orders/:id/cancel', { params: { id } })
    if (answer.ok) primeQuery<OrderView>(orderKey(id), answer.value)
    else toast(answer.error.code === 'order.state_refused' ? '订单状态已更新' : errorText(answer.error))
    onDone()
  })
}
