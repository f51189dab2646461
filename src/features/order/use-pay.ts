import type { OrderView } from '@contract/order'
import { useState } from 'react'
import { errorText } from '../../platform/error-text'
import { toast } from '../../platform/feedback'
import { useAction } from '../../platform/use-action'
import { askForMoney, type PayEnd, payOrder } from './pay-order'

const WORDS: Partial<Record<PayEnd['kind'], string>> = {
  failed: '这次没有付成，请再试一次',
  closed: '付款时间已过，订单已关闭',
}

export interface Paying {
  readonly isBusy: boolean
  /** The sheet is gone and the shop is being asked whether the money has come. */
  readonly isAsking: boolean
  readonly run: (orderId: string) => Promise<PayEnd | undefined>
  /** Asks once more whether the money has come, without a pay sheet. */
  readonly ask: (orderId: string) => Promise<OrderView | null>
}

/** Pays one order at a time. Says in a word why nothing was paid; what follows is the page's. */
export function usePay(): Paying {
  const [isAsking, setAsking] = useState(false)
  const { isBusy, run } = useAction(async (orderId: string) => {
    const end = await payOrder(orderId, () => setAsking(true)).finally(() => setAsking(false))
    if (end.kind === 'not_started') toast(errorText(end.error))
    else if (WORDS[end.kind]) toast(WORDS[end.kind] ?? '')
    return end
  })
  const ask = async (orderId: string) => {
    setAsking(true)
    return askForMoney(orderId, [1000]).finally(() => setAsking(false))
  }
  return { isBusy, isAsking, run, ask }
}
