import type { Deps } from '../deps'
import { enqueue, type NewJob } from './queue'

type Makes = Pick<Deps, 'ids'>

/** The next turn of work that comes again and again: the same for every process, and only one row at a time. */
export const nextTurn = (
  { ids }: Makes,
  kind: string,
  nextAt: (nowMs: number) => number,
  nowMs: number,
): NewJob => {
  const dueAt = nextAt(nowMs)
  return { id: ids.next(), kind, key: `${kind}:${dueAt}`, payload: {}, dueAt, createdAt: nowMs }
}

/** Owes the first turn of everything that recurs. Called when a server starts; what another one owes already stands. */
export async function startRecurring(deps: Pick<Deps, 'db' | 'jobs' | 'ids' | 'clock'>): Promise<void> {
  const nowMs = deps.clock.now()
  for (const { kind, nextAt } of deps.jobs.recurring()) {
    await enqueue(deps.db, nextTurn(deps, kind, nextAt, nowMs))
  }
}
