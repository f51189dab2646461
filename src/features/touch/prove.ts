import type { SessionView } from '@contract/session'
import { failed, proved } from '@domain/touch/queue'
import { askGroup, askGroupByTicket } from '../../platform/group'
import { changeQueue, type Queue, useTouch } from './store'

/** Asked at once, then on the next show, then by ticket; after that the group stays unknown. */
const MOST_TRIES = 2

/**
 * Asks WeChat for the group of the opening that stands. Runs under the login lock, so that `session` is still
 * the login whose key reads the answer when it is sent.
 */
export async function proveGroup(session: SessionView): Promise<void> {
  const asking = useTouch.getState().queue.filter((it) => it.group === 'asking')
  const newest = asking.at(-1)
  if (!newest) return
  const answer = await ask(newest)
  for (const touch of asking) {
    if (answer.ok) {
      changeQueue((q) => proved(q, touch.report.id, { loginId: session.loginId, ...answer.value }))
    } else {
      changeQueue((q) => failed(q, touch.report.id, answer.error.reason, newest.failures + 1 >= MOST_TRIES))
    }
  }
}

async function ask(touch: Queue[number]) {
  const answer = await askGroup()
  if (answer.ok || touch.failures + 1 < MOST_TRIES || !touch.shareTicket) return answer
  return askGroupByTicket(touch.shareTicket)
}
