import { v7 } from 'uuid'
import type { Clock } from './clock'
import type { Random } from './random'

/** Makes row ids: UUID v7, so that new rows land at the end of their index. */
export interface Ids {
  next(): string
}

/** Ids made in one process sort by the moment of making, also within one millisecond. */
export function timeOrderedIds(clock: Clock, random: Random): Ids {
  let msecs = -1
  let seq = 0
  return {
    next: () => {
      const now = clock.now()
      const bytes = random.bytes(16)
      // The top bit starts at zero, which leaves two billion ids before a millisecond's counter could wrap.
      seq = now === msecs ? seq + 1 : bytes.readUInt32BE(6) >>> 1
      msecs = now
      return v7({ msecs, seq, random: bytes })
    },
  }
}
