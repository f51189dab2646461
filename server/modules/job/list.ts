import type { JobState, JobView, listJobs } from '@contract/job'
import type { QueryOf, ResponseOf } from '@contract/route'
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { instantToText } from '../../platform/column-types'
import { cursorOf, keysOf } from '../../platform/cursor'
import type { Queryable } from '../../platform/database'
import { jobs } from '../../schema/payment'

type JobRow = typeof jobs.$inferSelect

const PAGE = 20

const stateOf = (job: JobRow, nowMs: number): JobState => {
  if (job.doneAt !== null) return 'done'
  if (job.failedAt !== null) return 'failed'
  return job.leaseUntil !== null && job.leaseUntil > nowMs ? 'running' : 'due'
}

export const jobView = (job: JobRow, nowMs: number): JobView => ({
  id: job.id,
  kind: job.kind,
  key: job.key,
  state: stateOf(job, nowMs),
  attempts: job.attempts,
  dueAt: job.dueAt,
  createdAt: job.createdAt,
  doneAt: job.doneAt,
  failedAt: job.failedAt,
  lastError: job.lastError,
})

const OPEN = sql`${jobs.doneAt} is null and ${jobs.failedAt} is null`

function conditionOf(state: JobState, nowMs: number): SQL {
  const now = instantToText(nowMs)
  return {
    due: sql`${OPEN} and (${jobs.leaseUntil} is null or ${jobs.leaseUntil} <= ${now})`,
    running: sql`${OPEN} and ${jobs.leaseUntil} > ${now}`,
    done: sql`${jobs.doneAt} is not null`,
    failed: sql`${jobs.failedAt} is not null`,
  }[state]
}

/** By which moment each list is sorted, and whether its latest comes first. Each has an index of its own. */
const ORDER = {
  due: { moment: jobs.dueAt, latestFirst: false },
  running: { moment: jobs.dueAt, latestFirst: false },
  done: { moment: jobs.doneAt, latestFirst: true },
  failed: { moment: jobs.failedAt, latestFirst: true },
} as const

/** Jobs in one state: failed ones unless told, for those need somebody. */
export async function jobList(
  db: Queryable,
  { state = 'failed', kind, cursor, limit = PAGE }: QueryOf<typeof listJobs>,
  nowMs: number,
): Promise<ResponseOf<typeof listJobs>> {
  const after = keysOf(cursor, ['number', 'uuid'])
  const { moment, latestFirst } = ORDER[state]
  const sign = latestFirst ? sql`<` : sql`>`
  const rows = await db
    .select()
    .from(jobs)
    .where(
      and(
        conditionOf(state, nowMs),
        kind === undefined ? undefined : eq(jobs.kind, kind),
        after
          ? sql`(${moment}, ${jobs.id}) ${sign} (${instantToText(after[0])}, ${after[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(latestFirst ? desc(moment) : asc(moment), latestFirst ? desc(jobs.id) : asc(jobs.id))
    .limit(limit + 1)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const at = last
    ? ((state === 'done' ? last.doneAt : state === 'failed' ? last.failedAt : last.dueAt) ?? 0)
    : 0
  return {
    items: shown.map((job) => jobView(job, nowMs)),
    next: rows.length > limit && last ? cursorOf(at, last.id) : null,
    counts: await countsOf(db),
  }
}

const countsOf = (db: Queryable) =>
  db
    .select({
      kind: jobs.kind,
      due: sql<number>`(count(*) filter (where ${OPEN}))::int`,
      failed: sql<number>`(count(*) filter (where ${jobs.failedAt} is not null))::int`,
      done: sql<number>`(count(*) filter (where ${jobs.doneAt} is not null))::int`,
    })
    .from(jobs)
    .groupBy(jobs.kind)
    .orderBy(asc(jobs.kind))
