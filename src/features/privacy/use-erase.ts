import { useState } from 'react'
import { errorText } from '../../platform/error-text'
import { call } from '../../platform/request'
import { dropSession } from '../../platform/session'
import { forgetAll } from '../../platform/storage'
import { useAction } from '../../platform/use-action'
import { forgetAnswers } from '../../platform/use-query'

const REFUSALS: Readonly<Record<string, string>> = {
  'privacy.order_open': '还有没办完的订单或售后，办完以后再来注销',
  'privacy.has_post': '你还是这家店的店员，请先让店长交接你的会员和群',
}

export interface Erasing {
  /** How many orders stay under a pseudonym; null until it is done. */
  readonly ordersKept: number | null
  readonly refusal: string | null
  readonly isBusy: boolean
  readonly erase: () => void
}

/** Erases whoever holds the phone, at the shop and on the phone: from here on they are nobody the shop knows. */
export function useErase(): Erasing {
  const [ordersKept, setOrdersKept] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useAction(async () => {
    setRefusal(null)
    const answer = await call('POST /me/erasure', { body: { confirm: 'erase' } })
    if (!answer.ok) return setRefusal(REFUSALS[answer.error.code] ?? errorText(answer.error))
    forgetAll()
    forgetAnswers()
    dropSession()
    setOrdersKept(answer.value.ordersKept)
  })
  return { ordersKept, refusal, isBusy, erase: () => void run() }
}
