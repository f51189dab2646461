import type { JobRow } from './queue'

/** Carries out one kind of job. It may run again after a crash, so it must find its own earlier work done. */
export type JobHandler = (job: JobRow, nowMs: number) => Promise<void>

/** Which handler runs which kind; modules register theirs when the app is built. */
export interface JobHandlers {
  register(kind: string, handler: JobHandler): void
  find(kind: string): JobHandler | undefined
  kinds(): readonly string[]
}

/** An empty register. A kind registered twice throws: two modules would fight over the same rows. */
export function jobHandlers(): JobHandlers {
  const byKind = new Map<string, JobHandler>()
  return {
    register: (kind, handler) => {
      if (byKind.has(kind)) throw new Error(`job kind registered twice: ${kind}`)
      byKind.set(kind, handler)
    },
    find: (kind) => byKind.get(kind),
    kinds: () => [...byKind.keys()],
  }
}
