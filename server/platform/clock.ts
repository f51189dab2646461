/** The only source of "now" on the server: milliseconds since the epoch. */
export interface Clock {
  now(): number
}

/** A clock that a tester may move. It exists only beside the simulator and in tests. */
export interface ShiftableClock extends Clock {
  offsetMs(): number
  setOffsetMs(offsetMs: number): void
}

export const systemClock: Clock = { now: () => Date.now() }

/** `base` plus an offset that can be set; the offset starts at zero. */
export function shiftableClock(base: Clock = systemClock): ShiftableClock {
  let offset = 0
  return {
    now: () => base.now() + offset,
    offsetMs: () => offset,
    setOffsetMs: (offsetMs) => {
      if (!Number.isSafeInteger(offsetMs)) throw new RangeError(`not whole milliseconds: ${offsetMs}`)
      offset = offsetMs
    },
  }
}

export const isShiftable = (clock: Clock): clock is ShiftableClock => 'setOffsetMs' in clock
