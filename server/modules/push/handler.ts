import type { Deps } from '../../platform/deps'
import type { pushes } from '../../schema/message'

export type PushRow = typeof pushes.$inferSelect

/** What is done about a kind of push. It may be done again after a crash. */
export type PushHandler = (deps: Deps, push: PushRow, nowMs: number) => Promise<void>
