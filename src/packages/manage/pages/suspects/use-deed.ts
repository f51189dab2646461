import type { SuspectRow } from '@contract/trust'
import { useState } from 'react'
import { blockRefusal } from '../../../../features/manage/blacklist/block'
import { errorText } from '../../../../platform/error-text'
import { toast } from '../../../../platform/feedback'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'

interface Deed {
  readonly row: SuspectRow
  readonly what: 'clear' | 'block'
}

/** Clears a finding or blocks whom it names, each with a reason. */
export function useDeed(onDone: () => Promise<void>) {
  const [deed, setDeed] = useState<Deed | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useAction(async ({ row, what }: Deed, reason: string) => {
    if (what === 'clear') {
      const answer = await call('POST /manage/suspects/:id/clear', {
        params: { id: row.id },
        body: { reason },
      })
      if (!answer.ok) return setRefusal(errorText(answer.error))
    } else {
      const answer = await call('POST /manage/blocks', { body: { memberId: row.memberId, reason } })
      if (!answer.ok) return setRefusal(blockRefusal(answer.error))
    }
    setDeed(null)
    toast(what === 'clear' ? '已解除' : '已拉黑', 'done')
    await onDone()
  })
  const begin = (chosen: Deed) => {
    setRefusal(null)
    setDeed(chosen)
  }
  return { deed, refusal, isBusy, run, begin, close: () => setDeed(null) }
}
