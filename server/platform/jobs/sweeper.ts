import { sql } from 'drizzle-orm'
import type { Queryable } from '../database'
import type { Deps } from '../deps'
import type { JobRow } from './queue'

/** A worker that has not finished within its lease is taken for dead, and its job is taken again. */
const LEASE_MS = 60_000
const MAX_ATTEMPTS = 12
const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 60 * 60_000
const BATCH = 20

export interface Sweep {
  readonly done: number
  readonly failed: number
}

/**
 * Carries out every job due at `nowMs`, until none is left, and answers how many ended well and how many failed and
 * were put off. Safe to run in several processes at once. A sweep may last for minutes where WeChat is slow, so each
 * batch begins at the clock's time: leases reckoned from the sweep's beginning would be over before they are given.
 */
export async function runDue(
  deps: Pick<Deps, 'db' | 'jobs' | 'log' | 'clock'>,
  nowMs: number,
): Promise<Sweep> {
  let done = 0
  let failed = 0
  for (;;) {
    const batchMs = Math.max(nowMs, deps.clock.now())
    const taken = await take(deps.db, deps.jobs.kinds(), nowMs, batchMs + LEASE_MS)
    if (taken.length === 0) return { done, failed }
    const outcomes = await Promise.all(taken.map((job) => carryOut(deps, job, batchMs)))
    done += outcomes.filter(Boolean).length
    failed += outcomes.filter((wentWell) => !wentWell).length
  }
}

/** Leases due jobs to this worker. `SKIP LOCKED` lets several workers share the queue without waiting for each other. */
async function take(
  db: Queryable,
  kinds: readonly string[],
  nowMs: number,
  leaseUntil: number,
): Promise<JobRow[]> {
  if (kinds.length === 0) return []
  const { rows } = await db.$client.query<JobRow>({
    name: 'jobs.take',
    text: `update jobs set lease_until = $3, attempts = attempts + 1
      where id in (
        select id from jobs
        where done_at is null and failed_at is null and due_at <= $1
          and (lease_until is null or lease_until <= $1) and kind = any($2)
        order by due_at limit ${BATCH} for update skip locked)
      returning id, kind, key, payload, attempts`,
    values: [new Date(nowMs), kinds, new Date(leaseUntil)],
  })
  return rows
}

async function carryOut({ db, jobs, log }: Pick<Deps, 'db' | 'jobs' | 'log'>, job: JobRow, nowMs: number) {
  try {
    await jobs.find(job.kind)?.(job, nowMs)
    // Only the holder of this very attempt may end it: a worker that overslept its lease must not.
    await db.execute(sql`update jobs set done_at = ${new Date(nowMs)}, lease_until = null, last_error = null
      where id = ${job.id} and attempts = ${job.attempts}`)
    return true
  } catch (error) {
    log.warn({ err: error, job: job.key, attempts: job.attempts }, 'a job failed')
    await putOff(db, job, error, nowMs)
    return false
  }
}

/** Later each time, and given up for good after the last attempt. */
async function putOff(db: Queryable, job: JobRow, error: unknown, nowMs: number): Promise<void> {
  const message = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  const wait = Math.min(FIRST_RETRY_MS * 2 ** (job.attempts - 1), LONGEST_RETRY_MS)
  const failedAt = job.attempts >= MAX_ATTEMPTS ? new Date(nowMs) : null
  await db.execute(sql`update jobs set lease_until = null, last_error = ${message},
    due_at = ${new Date(nowMs + wait)}, failed_at = ${failedAt}
    where id = ${job.id} and attempts = ${job.attempts}`)
}
