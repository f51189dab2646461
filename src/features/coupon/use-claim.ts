import type { ClaimRefusalView, CouponView, LadderView } from '@contract/coupon'
import { useState } from 'react'
import { errorText } from '../../platform/error-text'
import { tick, toast } from '../../platform/feedback'
import type { ApiError } from '../../platform/http'
import { useAction } from '../../platform/use-action'
import { takeOffer } from './claim'
import { refusalText } from './ladder-words'
import { benefitText, notForYouText } from './words'

export interface ClaimTap {
  /** The campaign whose button turns; null while none does. */
  readonly busyId: string | null
  readonly run: (ladder: LadderView) => Promise<unknown>
}

/** One tap on 领取 or 升级: one at a time, with a word at the end. */
export function useClaim(onClaimed?: (coupon: CouponView) => void): ClaimTap {
  const [busyId, setBusyId] = useState<string | null>(null)
  const { run } = useAction(async (ladder: LadderView) => {
    setBusyId(ladder.campaignId)
    const end = await takeOffer(ladder).finally(() => setBusyId(null))
    if (end.kind === 'lost') return toast('网络不太好，再点一次不会多领')
    if (end.kind === 'refused') return toast(refusedText(end.error))
    tick()
    toast(`已领到 ${benefitText(end.coupon, end.coupon.slot)}`)
    onClaimed?.(end.coupon)
  })
  return { busyId, run }
}

/** Refusals carry the facts of the ladder's own. */
function refusedText(error: ApiError): string {
  if (!error.code.startsWith('claim.') || error.code === 'claim.request_reused') return errorText(error)
  const facts = ('detail' in error ? error.detail : null) as Omit<ClaimRefusalView, 'code'> | null
  if (facts?.missing) return notForYouText(facts.missing)
  return refusalText({ ...facts, code: error.code as ClaimRefusalView['code'] })
}
