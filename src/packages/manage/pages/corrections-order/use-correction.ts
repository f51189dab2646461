import type { CreditedOrderDetail } from '@contract/staff'
import { useState } from 'react'
import { serverNow } from '../../../../platform/clock'
import { errorText } from '../../../../platform/error-text'
import { toast } from '../../../../platform/feedback'
import type { ApiError } from '../../../../platform/http'
import { newId } from '../../../../platform/id'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'

interface Wish {
  readonly staffId: string | null
  /** Given once per wish, so that a second try after a lost answer corrects once. */
  readonly requestId: string
}

const refusalText = (error: ApiError): string =>
  error.code === 'correction.refused'
    ? '没有可以转的业绩：还没付款、已退完，或本来就算他的'
    : errorText(error)

/** Moves what is left of an order's credit to somebody else, with a reason. */
export function useCorrection(orderId: string, onCorrected: (order: CreditedOrderDetail) => void) {
  const [to, setTo] = useState<Wish | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useAction(async (reason: string) => {
    if (!to) return
    const answer = await call('POST /manage/orders/:id/correction', {
      params: { id: orderId },
      body: { requestId: to.requestId, toStaffId: to.staffId, reason },
    })
    if (!answer.ok) return setRefusal(refusalText(answer.error))
    setTo(null)
    toast('已更正', 'done')
    onCorrected(answer.value)
  })
  const begin = (staffId: string | null) => {
    setRefusal(null)
    setTo({ staffId, requestId: newId(serverNow()) })
  }
  return { to, refusal, isBusy, begin, run, close: () => setTo(null) }
}
