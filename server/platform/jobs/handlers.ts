import type { JobRow } from './queue'

/** Carries out one kind of job. It may run again after a crash, so it must find its own earlier work done. */
export type JobHandler = (job: JobRow, nowMs: number) => Promise<void>

export interface JobManner {
  /**
   * Tried again for as long as it fails, an hour apart in the end, such as what is owed to a WeChat that is away for a
   * day. Without it a job is given up after a dozen tries. `JobRefused` ends both.
   */
  readonly persists?: boolean
}

/** Which handler runs which kind; modules register theirs when the app is built. */
export interface JobHandlers {
  register(kind: string, handler: JobHandler, manner?: JobManner): void
  find(kind: string): JobHandler | undefined
  persists(kind: string): boolean
  kinds(): readonly string[]
  /** Work that comes again and again; its next turn is owed before this one is done, so that a fault cannot end it. */
  every(kind: string, nextAt: (nowMs: number) => number, work: (nowMs: number) => Promise<void>): void
  recurring(): readonly Recurring[]
}

export interface Recurring {
  readonly kind: string
  readonly nextAt: (nowMs: number) => number
  readonly work: (nowMs: number) => Promise<void>
}

/** An empty register. A kind registered twice throws: two modules would fight over the same rows. */
export function jobHandlers(): JobHandlers {
  const byKind = new Map<string, { readonly handler: JobHandler; readonly manner: JobManner }>()
  const again: Recurring[] = []
  const register: JobHandlers['register'] = (kind, handler, manner = {}) => {
    if (byKind.has(kind)) throw new Error(`job kind registered twice: ${kind}`)
    byKind.set(kind, { handler, manner })
  }
  return {
    register,
    every: (kind, nextAt, work) => {
      register(kind, (_job, nowMs) => work(nowMs))
      again.push({ kind, nextAt, work })
    },
    recurring: () => again,
    find: (kind) => byKind.get(kind)?.handler,
    persists: (kind) => byKind.get(kind)?.manner.persists ?? false,
    kinds: () => [...byKind.keys()],
  }
}
