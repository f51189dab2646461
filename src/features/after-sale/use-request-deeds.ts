import type { AfterSaleView } from '@contract/after-sale'
import { confirm, toast } from '../../platform/feedback'
import { call } from '../../platform/request'
import { useAction } from '../../platform/use-action'
import { primeQuery } from '../../platform/use-query'
import { refusalText } from './refusal-text'
import { afterSaleKey } from './use-after-sale'

/** What the member can do about a request: take it back, or tell the parcel the goods come in. */
export function useRequestDeeds(id: string, reload: () => Promise<void>) {
  const withdraw = useAction(async () => {
    const isSure = await confirm({
      title: '撤销这个申请吗',
      text: '撤销后可以重新申请',
      yes: '撤销',
      no: '留着',
    })
    if (!isSure) return
    const answer = await call('POST /after-sales/:id/withdraw', { params: { id } })
    if (answer.ok) primeQuery<AfterSaleView>(afterSaleKey(id), answer.value)
    else toast(refusalText(answer.error))
    await reload()
  })
  const send = useAction(async (company: string, number: string): Promise<boolean> => {
    const answer = await call('POST /after-sales/:id/parcel', { params: { id }, body: { company, number } })
    if (answer.ok) primeQuery<AfterSaleView>(afterSaleKey(id), answer.value)
    else toast(refusalText(answer.error))
    return answer.ok
  })
  return { withdraw, send }
}
