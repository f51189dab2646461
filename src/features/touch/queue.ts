import type { TouchReport } from '@contract/touch'
import { MAX_TOUCHES } from './limits'

/** One opening on its way to the server. */
export interface Waiting {
  readonly report: TouchReport
  /** The server has the opening; perhaps not yet the proof of its group. */
  readonly isSent: boolean
  /** `asking`: WeChat has not yet handed over the group's ciphertext, and may still do so. */
  readonly group: 'asking' | 'settled'
  /** Openings with the same key are one card seen twice: what proves the one proves the other. */
  readonly entryKey: string
  readonly shareTicket: string | null
  readonly failures: number
}

export type Queue = readonly Waiting[]

/** The newest openings stay when a phone was offline for very long. */
export const enqueue = (queue: Queue, touch: Waiting): Queue => [...queue, touch].slice(-MAX_TOUCHES)

/** What was sent and waits for nothing more leaves the queue. */
const waiting = (queue: Queue): Queue => queue.filter((it) => !(it.isSent && it.group === 'settled'))

const change = (queue: Queue, touch: Waiting, next: Partial<Waiting>): Queue =>
  waiting(queue.map((it) => (it.report.id === touch.report.id ? { ...it, ...next } : it)))

/** The ciphertext is there: what was sent without it goes again, to enrich the touch. */
export const proved = (queue: Queue, touch: Waiting, group: NonNullable<TouchReport['group']>): Queue => {
  const { groupFailure: _, ...report } = touch.report
  return change(queue, touch, { report: { ...report, group }, group: 'settled', isSent: false })
}

/** WeChat handed over nothing: ask again on the next show, or leave the group unknown. */
export const failed = (queue: Queue, touch: Waiting, reason: string, isFinal: boolean): Queue =>
  change(queue, touch, {
    report: { ...touch.report, groupFailure: reason.slice(0, 200) },
    group: isFinal ? 'settled' : 'asking',
    failures: touch.failures + 1,
  })

/** A new opening or a restart: the ciphertexts of earlier openings can no longer be had. */
export const giveUpAsking = (queue: Queue, currentKey: string | null): Queue =>
  waiting(queue.map((it) => (it.entryKey === currentKey ? it : settled(it))))

const settled = (it: Waiting): Waiting => {
  if (it.group === 'settled') return it
  const groupFailure = it.report.groupFailure ?? 'left before it was asked'
  return { ...it, group: 'settled', report: { ...it.report, groupFailure } }
}

/** The server answered for these ids. */
export const delivered = (queue: Queue, ids: ReadonlySet<string>): Queue =>
  waiting(queue.map((it) => (ids.has(it.report.id) ? { ...it, isSent: true } : it)))

/** The server will never take these: they would block the rest for ever. */
export const refused = (queue: Queue, ids: ReadonlySet<string>): Queue =>
  queue.filter((it) => !ids.has(it.report.id))

export const unsent = (queue: Queue, most: number): Queue => queue.filter((it) => !it.isSent).slice(0, most)
