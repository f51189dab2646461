import type { ClientTouch, GroupProof } from './touch'

/** Touches waiting to be sent, oldest first. Plain JSON: it survives the app being killed. */
export interface TouchQueue {
  readonly items: readonly ClientTouch[]
  /** Given up for lack of room; told to the server with the next batch, so that it is known. */
  readonly dropped: number
}

export const EMPTY_QUEUE: TouchQueue = { items: [], dropped: 0 }

/** Weeks offline; mini-program storage is 10 MB and a touch with its proof under 1 kB. */
export const MAX_QUEUED = 500
/** Touches per request. */
export const MAX_BATCH = 20

/** Adds a touch once: a key that is queued already changes nothing. */
export function enqueue(queue: TouchQueue, touch: ClientTouch): TouchQueue {
  if (queue.items.some((item) => item.key === touch.key)) return queue
  const items = [...queue.items, touch]
  if (items.length <= MAX_QUEUED) return { ...queue, items }
  // No room: what carries no evidence goes first, then the oldest.
  const plain = items.findIndex((item) => item.shareToken === null && item.groupProof === null)
  const victim = Math.max(plain, 0)
  return { items: items.filter((_, index) => index !== victim), dropped: queue.dropped + 1 }
}

/** The proof of a group arrived (or will not): the waiting touch learns it. */
export const withGroup = (queue: TouchQueue, key: string, groupProof: GroupProof | null): TouchQueue => ({
  ...queue,
  items: queue.items.map((item) =>
    item.key === key ? { ...item, groupProof, groupState: groupProof ? 'proof' : 'unknown' } : item,
  ),
})

/** What to send now: oldest first; a touch still asking for its group holds itself back, not the others. */
export const nextBatch = (queue: TouchQueue, max: number = MAX_BATCH): ClientTouch[] =>
  queue.items.filter((item) => item.groupState !== 'asking').slice(0, max)

/** The server has these keys (new or known already): they leave the queue. */
export function settle(queue: TouchQueue, keys: readonly string[], droppedTold = 0): TouchQueue {
  const done = new Set(keys)
  return {
    items: queue.items.filter((item) => !done.has(item.key)),
    dropped: Math.max(queue.dropped - droppedTold, 0),
  }
}

/**
 * The queue as read back from storage, whatever was written there by an older version or cut off half-way.
 * Who was asking for a group when the app died will get no answer any more: unknown.
 */
export function restoreQueue(stored: unknown): TouchQueue {
  if (!isRecord(stored) || !Array.isArray(stored.items)) return EMPTY_QUEUE
  const dropped = Number.isSafeInteger(stored.dropped) ? Number(stored.dropped) : 0
  let queue: TouchQueue = { items: [], dropped: Math.max(dropped, 0) }
  for (const item of stored.items) {
    if (!isTouch(item)) continue
    queue = enqueue(queue, item.groupState === 'asking' ? { ...item, groupState: 'unknown' } : item)
  }
  return queue
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function isTouch(value: unknown): value is ClientTouch {
  if (!isRecord(value)) return false
  return (
    typeof value.key === 'string' &&
    value.key !== '' &&
    Number.isFinite(value.at) &&
    Number.isFinite(value.scene) &&
    typeof value.path === 'string' &&
    (value.shareToken === null || typeof value.shareToken === 'string') &&
    typeof value.tokenState === 'string' &&
    typeof value.groupState === 'string' &&
    (value.groupProof === null || isRecord(value.groupProof))
  )
}
