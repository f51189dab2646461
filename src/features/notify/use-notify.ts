import type { AskMoment, Subscription } from '@contract/message'
import { useState } from 'react'
import { newId } from '../../platform/id'
import { call } from '../../platform/request'
import { selectMemberId, useSession } from '../../platform/session'
import { askToNotify, type Subscribed } from '../../platform/subscribe'
import { useAction } from '../../platform/use-action'
import { useQuery } from '../../platform/use-query'

export interface Notify {
  /** `none`: there is nothing decent to ask; `ask`: a tap may ask; `on`: this tap was answered with yes. */
  readonly state: 'none' | 'ask' | 'on'
  readonly isBusy: boolean
  /** Call it in the tap itself. */
  readonly ask: () => Promise<unknown>
}

/**
 * One message the shop may send later, asked about at one moment: known before the tap, since WeChat opens its window
 * only in the tap. Whoever said no is not asked again by this screen, and nothing depends on the answer.
 */
export function useNotify(moment: AskMoment): Notify {
  const memberId = useSession(selectMemberId)
  const known = useQuery<{ items: Subscription[] }>(memberId && `subscriptions.${memberId}.${moment}`, () =>
    call('GET /subscriptions', { query: { moment } }),
  )
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(null)
  const asked = known.status === 'ready' ? known.value.items.filter((it) => it.shouldAsk) : []
  const { isBusy, run } = useAction(async () => {
    const answers = await askToNotify(asked.map((it) => it.templateId))
    setAnswer(answers.some((it) => it.answer === 'accept') ? 'yes' : 'no')
    if (answers.length > 0) await report(answers)
  })
  const state = answer === 'yes' ? 'on' : answer === null && asked.length > 0 ? 'ask' : 'none'
  return { state, isBusy, ask: run }
}

/** Tells the shop; a lost answer is told once more under the same name and counts once. */
async function report(answers: Subscribed[]): Promise<void> {
  const body = { requestId: newId(Date.now()), answers }
  const told = await call('POST /subscriptions', { body })
  if (!told.ok && told.error.code === 'network') await call('POST /subscriptions', { body })
}
