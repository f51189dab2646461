import type { HandoverPlan, HandoverPreview } from '@contract/handover'
import { useState } from 'react'
import { handoverRefusal } from '../../../../features/manage/handover/words'
import { toast } from '../../../../platform/feedback'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'

/** Looks at what a plan would do, and carries it out as it was looked at. */
export function useHandover(onDone: () => void) {
  const [preview, setPreview] = useState<HandoverPreview | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const look = useAction(async (plan: HandoverPlan) => {
    const answer = await call('POST /manage/handovers/preview', { body: plan })
    if (!answer.ok) return toast(handoverRefusal(answer.error))
    setRefusal(null)
    setPreview(answer.value)
  })
  const carryOut = useAction(async (plan: HandoverPlan, reason: string) => {
    if (!preview) return
    const body = { plan, digest: preview.digest, reason }
    const answer = await call('POST /manage/handovers', { body })
    if (answer.ok) {
      setPreview(null)
      toast('交接好了', 'done')
      return onDone()
    }
    setRefusal(handoverRefusal(answer.error))
    // What was looked at is not what stands any more: the sheet shows it anew before it can be confirmed.
    if (answer.error.code !== 'handover.changed') return
    const again = await call('POST /manage/handovers/preview', { body: plan })
    if (again.ok) setPreview(again.value)
  })
  return {
    preview,
    refusal,
    look,
    carryOut,
    close: () => setPreview(null),
  }
}
