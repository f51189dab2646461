import { newId } from '../../platform/id'
import { forget, keep, recall } from '../../platform/storage'

/**
 * Names one wish to order. It stands until the shop's answer is known, across restarts, so that a request whose
 * answer was lost is repeated under the same name and makes one order. After the time an order may stay unpaid
 * it means nothing any more.
 */
interface Pending {
  readonly id: string
  readonly at: number
}

const KEY = 'order.request'
const VERSION = 1
const LIFE_MS = 15 * 60_000

/** The name to ask under: the one whose answer is still unknown, else a new one. */
export function requestId(nowMs: number): string {
  const pending = recall<Pending>(KEY, VERSION)
  if (pending && nowMs - pending.at >= 0 && nowMs - pending.at < LIFE_MS) return pending.id
  const id = newId(nowMs)
  keep(KEY, VERSION, { id, at: nowMs } satisfies Pending)
  return id
}

/** The shop answered, yes or no: the next wish gets a name of its own. */
export const answerIsKnown = (): void => forget(KEY)
