import { setTimeout as pauseFor } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Queryable } from '../database'
import type { Deps } from '../deps'
import { enqueue, type JobRow } from './queue'
import { nextTurn } from './recurring'
import { JobRefused } from './refused'

/** A worker that has not finished within its lease is taken for dead, and its job is taken again. */
export const LEASE_MS = 60_000
const MAX_ATTEMPTS = 12
const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 60 * 60_000
const LANES = 20

export interface Sweep {
  readonly done: number
  readonly failed: number
}

export interface Patience {
  /** A job under way for longer is put off as failed, so that it cannot hold a lane for ever. */
  readonly limitMs: number
  /** How long the others wait for the slow ones of their batch. */
  readonly batchMs: number
  /** Asked before each look for more: true ends the sweep after the jobs under way. */
  readonly isEnough?: () => boolean
}

/** For whoever calls by hand and wants every job ended before the answer. */
const ALL_THE_TIME: Patience = { limitMs: Number.POSITIVE_INFINITY, batchMs: Number.POSITIVE_INFINITY }

type Workshop = Pick<Deps, 'db' | 'ids' | 'jobs' | 'log' | 'clock'>

/**
 * Carries out every job due at `nowMs`, until none is left, and answers how many ended well and how many failed and
 * were put off. Safe to run in several processes at once. A sweep may last for minutes where WeChat is slow, so each
 * batch begins at the clock's time: leases reckoned from the sweep's beginning would be over before they are given.
 * With `patience`, jobs that hang hold up no others: what falls due meanwhile is taken by the lanes that are free.
 */
export async function runDue(
  deps: Workshop,
  nowMs: number,
  patience: Patience = ALL_THE_TIME,
): Promise<Sweep> {
  const sweep = { done: 0, failed: 0 }
  const underWay = new Set<Promise<void>>()
  let dueBy = nowMs
  for (;;) {
    const batchMs = Math.max(nowMs, deps.clock.now())
    const room = patience.isEnough?.() ? 0 : LANES - underWay.size
    const taken = room > 0 ? await take(deps.db, deps.jobs.kinds(), dueBy, batchMs + LEASE_MS, room) : []
    for (const job of taken) {
      const work: Promise<void> = carryOut(deps, job, batchMs, patience.limitMs).then((wentWell) => {
        sweep[wentWell ? 'done' : 'failed'] += 1
        underWay.delete(work)
      })
      underWay.add(work)
    }
    if (underWay.size === 0) return sweep
    await allOrSoon([...underWay], patience.batchMs)
    // Whoever is still under way has been waited for; by now other jobs may have fallen due.
    if (underWay.size > 0) dueBy = Math.max(nowMs, deps.clock.now())
  }
}

async function allOrSoon(work: readonly Promise<void>[], ms: number): Promise<void> {
  const all = Promise.all(work).then(() => {})
  await (Number.isFinite(ms) ? Promise.race([all, pauseFor(ms, undefined, { ref: false })]) : all)
}

/** Leases due jobs to this worker. `SKIP LOCKED` lets several workers share the queue without waiting for each other. */
async function take(
  db: Queryable,
  kinds: readonly string[],
  nowMs: number,
  leaseUntil: number,
  room: number,
): Promise<JobRow[]> {
  if (kinds.length === 0) return []
  const { rows } = await db.$client.query<JobRow>({
    name: 'jobs.take',
    text: `update jobs set lease_until = $3, attempts = attempts + 1
      where id in (
        select id from jobs
        where done_at is null and failed_at is null and due_at <= $1
          and (lease_until is null or lease_until <= $1) and kind = any($2)
        order by due_at limit $4 for update skip locked)
      returning id, kind, key, payload, attempts`,
    values: [new Date(nowMs), kinds, new Date(leaseUntil), room],
  })
  return rows
}

async function carryOut(deps: Workshop, job: JobRow, nowMs: number, limitMs: number): Promise<boolean> {
  const { db, jobs, log } = deps
  try {
    const again = jobs.recurring().find(({ kind }) => kind === job.kind)
    if (again) await enqueue(db, nextTurn(deps, job.kind, again.nextAt, nowMs))
    await withinLimit(jobs.find(job.kind)?.(job, nowMs), limitMs)
    // Only the holder of this very attempt may end it: a worker that overslept its lease must not.
    await db.execute(sql`update jobs set done_at = ${new Date(nowMs)}, lease_until = null, last_error = null
      where id = ${job.id} and attempts = ${job.attempts}`)
    return true
  } catch (error) {
    log.warn({ err: error, job: job.key, attempts: job.attempts }, 'a job failed')
    await putOff(db, job, error, { nowMs, persists: jobs.persists(job.kind) })
    return false
  }
}

async function withinLimit(work: Promise<void> | undefined, limitMs: number): Promise<void> {
  if (!Number.isFinite(limitMs)) return work
  const late = new AbortController()
  const tooLong = pauseFor(limitMs, undefined, { ref: false, signal: late.signal }).then(() => {
    throw new Error(`not finished within ${limitMs / 1000} s`)
  })
  tooLong.catch(() => {})
  try {
    await Promise.race([work, tooLong])
  } finally {
    late.abort()
  }
}

/** Later each time, and given up for good after the last attempt, or at once where trying again cannot help. */
async function putOff(
  db: Queryable,
  job: JobRow,
  error: unknown,
  { nowMs, persists }: { readonly nowMs: number; readonly persists: boolean },
): Promise<void> {
  const message = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  const wait = Math.min(FIRST_RETRY_MS * 2 ** (job.attempts - 1), LONGEST_RETRY_MS)
  const isOver = error instanceof JobRefused || (job.attempts >= MAX_ATTEMPTS && !persists)
  const failedAt = isOver ? new Date(nowMs) : null
  await db.execute(sql`update jobs set lease_until = null, last_error = ${message},
    due_at = ${new Date(nowMs + wait)}, failed_at = ${failedAt}
    where id = ${job.id} and attempts = ${job.attempts}`)
}
