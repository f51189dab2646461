import type { Faults } from './control/faults'
import type { CallLog } from './control/log'
import type { State } from './state'

/** What every part of the simulator shares. */
export interface World {
  /** Replaced whole by a reset: always read it anew. */
  state: State
  readonly timeScale: number
  /** The simulated present, offset included. */
  readonly now: () => number
  /** To be called after each change: keeps the state file and the clockwork up to date. */
  readonly changed: () => void
  readonly faults: Faults
  readonly log: CallLog
}
