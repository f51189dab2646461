/** The ciphertext of a group and the login whose session_key reads it. */
export interface GroupCipher {
  readonly loginId: string
  readonly encryptedData: string
  readonly iv: string
}

/** What the queue must know of a report; the contract says what else it holds. */
export interface Reportable {
  /** Idempotency key, made once by the client and kept over retries and restarts. */
  readonly id: string
  readonly shareToken?: string
  readonly group?: GroupCipher
  readonly groupFailure?: string
}

/** One opening on its way to the server. Plain JSON: it survives the app being killed. */
export interface Waiting<R extends Reportable> {
  readonly report: R
  /** The server has the opening; perhaps not yet the proof of its group. */
  readonly isSent: boolean
  /** `asking`: WeChat has not yet handed over the group's ciphertext, and may still do so. */
  readonly group: 'asking' | 'settled'
  /** Openings with the same key are one card seen twice: what proves the one proves the other. */
  readonly entryKey: string
  readonly shareTicket: string | null
  readonly failures: number
}

/** Oldest first. */
export type Queue<R extends Reportable> = readonly Waiting<R>[]

/** Weeks offline; mini-program storage holds 1 MB a key, and an opening with its proof is under 1.5 kB. */
export const MAX_QUEUED = 500

/** Adds an opening once. Where there is no room, what carries no evidence goes first, then the oldest. */
export function enqueue<R extends Reportable>(queue: Queue<R>, touch: Waiting<R>): Queue<R> {
  if (queue.some((it) => it.report.id === touch.report.id)) return queue
  const all = [...queue, touch]
  if (all.length <= MAX_QUEUED) return all
  const plain = all.findIndex(
    ({ report, group }) => !report.shareToken && !report.group && group === 'settled',
  )
  const victim = Math.max(plain, 0)
  return all.filter((_, index) => index !== victim)
}

/** What was sent and waits for nothing more leaves the queue. */
const waiting = <R extends Reportable>(queue: Queue<R>): Queue<R> =>
  queue.filter((it) => !(it.isSent && it.group === 'settled'))

const change = <R extends Reportable>(
  queue: Queue<R>,
  id: string,
  next: (it: Waiting<R>) => Waiting<R>,
): Queue<R> => waiting(queue.map((it) => (it.report.id === id ? next(it) : it)))

/** The ciphertext is there: what was sent without it goes again, to enrich the touch. */
export const proved = <R extends Reportable>(queue: Queue<R>, id: string, group: GroupCipher): Queue<R> =>
  change(queue, id, (it) => {
    const report = { ...it.report, group }
    delete (report as { groupFailure?: string }).groupFailure
    return { ...it, report, group: 'settled', isSent: false }
  })

/** The server cannot take this ciphertext: the opening itself still counts, and goes again without it. */
export const unproved = <R extends Reportable>(queue: Queue<R>, id: string, reason: string): Queue<R> =>
  change(queue, id, (it) => {
    const report = { ...it.report, groupFailure: reason.slice(0, 200) }
    delete (report as { group?: GroupCipher }).group
    return { ...it, report, group: 'settled', isSent: false }
  })

/** WeChat handed over nothing: ask again on the next show, or leave the group unknown. */
export const failed = <R extends Reportable>(
  queue: Queue<R>,
  id: string,
  reason: string,
  isFinal: boolean,
): Queue<R> =>
  change(queue, id, (it) => ({
    ...it,
    report: { ...it.report, groupFailure: reason.slice(0, 200) },
    group: isFinal ? 'settled' : 'asking',
    failures: it.failures + 1,
  }))

/** A new opening or a restart: the ciphertexts of earlier openings can no longer be had. */
export const giveUpAsking = <R extends Reportable>(queue: Queue<R>, currentKey: string | null): Queue<R> =>
  waiting(queue.map((it) => (it.group === 'settled' || it.entryKey === currentKey ? it : givenUp(it))))

const givenUp = <R extends Reportable>(it: Waiting<R>): Waiting<R> => ({
  ...it,
  group: 'settled',
  report: { ...it.report, groupFailure: it.report.groupFailure ?? 'left before it was asked' },
})

/** The server answered for these ids: they leave, unless they still ask for their group. */
export const delivered = <R extends Reportable>(queue: Queue<R>, ids: ReadonlySet<string>): Queue<R> =>
  waiting(queue.map((it) => (ids.has(it.report.id) ? { ...it, isSent: true } : it)))

/** The server will never take these: they would block the rest for ever. */
export const refused = <R extends Reportable>(queue: Queue<R>, ids: ReadonlySet<string>): Queue<R> =>
  queue.filter((it) => !ids.has(it.report.id))

/** What to send now, oldest first. */
export const unsent = <R extends Reportable>(queue: Queue<R>, most: number): Queue<R> =>
  queue.filter((it) => !it.isSent).slice(0, most)

/**
 * The queue as read back from storage, whatever an older version or a half-written save left there. Who was asking
 * for a group when the app died gets no answer any more.
 */
export function restoreQueue<R extends Reportable>(stored: unknown): Queue<R> {
  if (!Array.isArray(stored)) return []
  const kept = stored.filter(isWaiting) as Waiting<R>[]
  return giveUpAsking(
    kept.reduce<Queue<R>>((queue, it) => enqueue(queue, it), []),
    null,
  )
}

function isWaiting(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { report, isSent, group, entryKey, failures } = value as Partial<Waiting<Reportable>>
  return (
    typeof report === 'object' &&
    typeof report?.id === 'string' &&
    typeof isSent === 'boolean' &&
    (group === 'asking' || group === 'settled') &&
    typeof entryKey === 'string' &&
    Number.isInteger(failures)
  )
}
