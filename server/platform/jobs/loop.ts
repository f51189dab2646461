import type { Deps } from '../deps'
import { startRecurring } from './recurring'
import { LEASE_MS, runDue } from './sweeper'

/** The others of a batch wait no longer than this for a slow one. */
const BATCH_PATIENCE_MS = 1_000

export interface JobLoop {
  /** Ends after the jobs under way; what else is due waits for the next start, or another process. */
  stop(): Promise<void>
}

/** Sweeps due jobs again and again, `everyMs` after the last sweep has ended. A failed sweep is logged and tried again. */
export function startJobLoop(deps: Deps, everyMs: number): JobLoop {
  let timer: NodeJS.Timeout | undefined
  let isStarted = false
  let isStopped = false
  let sweep: Promise<void> = Promise.resolve()

  const sweepOnce = async () => {
    if (!isStarted) await startRecurring(deps)
    isStarted = true
    await runDue(deps, deps.clock.now(), {
      limitMs: LEASE_MS,
      batchMs: BATCH_PATIENCE_MS,
      isEnough: () => isStopped,
    })
  }
  const tick = () => {
    sweep = sweepOnce()
      .catch((error: unknown) => deps.log.error({ err: error }, 'the job sweep failed'))
      .finally(() => {
        if (!isStopped) timer = setTimeout(tick, everyMs)
      })
  }
  tick()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await sweep
    },
  }
}
