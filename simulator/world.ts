import type { Faults } from './control/faults'
import type { CallLog } from './control/log'
import type { PushTarget } from './push/target'
import type { State } from './state'

/** What every part of the simulator shares. */
export interface World {
  /** Replaced whole by a reset: always read it anew. */
  state: State
  readonly timeScale: number
  /** Where messages and events are pushed, as the console says it; null: nowhere. */
  push: PushTarget | null
  /** The simulated present, offset included. */
  readonly now: () => number
  /** To be called after each change: keeps the state file and the clockwork up to date. */
  readonly changed: () => void
  readonly faults: Faults
  readonly log: CallLog
}
