import type { NotificationFault } from '../control/fault-types'
import type { Notification } from './notification'

const HOLD_MS = 3_600_000
const DECOYS = ['forge', 'signtest', 'wrong_amount', 'foreign'] as const
const isDecoy = (kind: string): kind is (typeof DECOYS)[number] => DECOYS.some((decoy) => decoy === kind)

export type Told = Pick<
  Notification,
  'id' | 'event' | 'url' | 'originalType' | 'resource' | 'about' | 'createdAt'
>

/** A notification with all that was ordered to befall it, or null if it is to be lost. */
export function planNotification(told: Told, faults: readonly NotificationFault[]): Notification | null {
  const of = (kind: NotificationFault['kind']) => faults.find((fault) => fault.kind === kind)
  if (of('drop')) return null
  const delay = of('delay')
  const reorder = of('reorder')
  const duplicate = of('duplicate')
  const replay = of('replay')
  const waitMs = (delay?.ms ?? 0) + (reorder ? (reorder.ms ?? HOLD_MS) : 0)
  return {
    ...told,
    dueAt: told.createdAt + waitMs,
    attempt: 0,
    isHeld: reorder !== undefined,
    decoys: faults.flatMap(({ kind, byFen = -1 }) => (isDecoy(kind) ? [{ kind, byFen }] : [])),
    isOnlyDecoys: faults.some((fault) => fault.only === true && isDecoy(fault.kind)),
    copies: duplicate === undefined ? 0 : (duplicate.copies ?? 1),
    replayMs: replay === undefined ? null : (replay.ms ?? 0),
    again: null,
  }
}
