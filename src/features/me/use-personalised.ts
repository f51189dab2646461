import type { MeView } from '@contract/session'
import { errorText } from '../../platform/error-text'
import { toast } from '../../platform/feedback'
import { call } from '../../platform/request'
import { useAction } from '../../platform/use-action'
import { primeQuery } from '../../platform/use-query'
import { meKey } from './use-me'

/** Switches personalisation: seen at once, taken back where the shop did not hear it. */
export function usePersonalised(me: MeView) {
  const show = (personalised: boolean) => primeQuery<MeView>(meKey(me.memberId), { ...me, personalised })
  return useAction(async (personalised: boolean) => {
    show(personalised)
    const answer = await call('PUT /me/personalised', { body: { personalised } })
    if (answer.ok) return toast(personalised ? '会按你的喜好推荐' : '已关闭，按店里的顺序展示')
    show(me.personalised)
    toast(errorText(answer.error))
  })
}
