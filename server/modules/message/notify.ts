import type { Facts } from '@domain/message/fields'
import { isMarketing, LIFE_MS, type Occasion, sendableFrom } from '@domain/message/occasions'
import type { Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { enqueue, type NewJob } from '../../platform/jobs/queue'
import { messages } from '../../schema/message'

export const SEND_MESSAGE = 'message.send'

/** The answer to the question at the tap may still be on its way when the occasion comes. */
const SETTLE_MS = 5_000

export interface Notice {
  readonly occasion: Occasion
  readonly memberId: string
  /** What it is about, such as the order's id: one message per occasion and thing, ever. */
  readonly about: string
  readonly facts: Facts
  /** What a tap opens: path with query, without leading slash. */
  readonly page: string
  /** From here on it is not true any more, whatever its occasion's patience. */
  readonly trueUntil?: number
}

const keyOf = (occasion: Occasion, about: string): string => `${occasion}:${about}`

/** What a message is about. */
export const aboutOf = ({ key, occasion }: { readonly key: string; readonly occasion: Occasion }): string =>
  key.slice(keyOf(occasion, '').length)

export const sendJob = (
  { ids }: Pick<Deps, 'ids'>,
  messageId: string,
  round: number,
  dueAt: number,
  nowMs: number,
): NewJob => ({
  id: ids.next(),
  kind: SEND_MESSAGE,
  key: `${SEND_MESSAGE}:${messageId}:${round}`,
  payload: { messageId, round },
  dueAt,
  createdAt: nowMs,
})

/** Owes the member a message, in the transaction of what it tells of. The same occasion again owes nothing more. */
export async function notify(
  tx: Tx,
  deps: Pick<Deps, 'ids'>,
  notice: Notice,
  nowMs: number,
): Promise<boolean> {
  const { occasion, memberId, about, facts, page, trueUntil = Number.POSITIVE_INFINITY } = notice
  const dueAt = isMarketing(occasion) ? sendableFrom(nowMs) : nowMs + SETTLE_MS
  const id = deps.ids.next()
  const added = await tx
    .insert(messages)
    .values({
      id,
      key: keyOf(occasion, about),
      memberId,
      occasion,
      facts,
      page,
      state: 'due',
      createdAt: nowMs,
      dueAt,
      expiresAt: Math.min(dueAt + LIFE_MS[occasion], trueUntil),
    })
    .onConflictDoNothing({ target: messages.key })
    .returning({ id: messages.id })
  if (added.length === 0) return false
  return enqueue(tx, sendJob(deps, id, 1, dueAt, nowMs))
}
