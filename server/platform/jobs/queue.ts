import { sql } from 'drizzle-orm'
import { jobs } from '../../schema/payment'
import type { Queryable } from '../database'

/** One piece of work to be done once, at or after a moment. */
export interface NewJob {
  readonly id: string
  readonly kind: string
  /** Names the work: a second job of the same key is the same job and is not added. */
  readonly key: string
  readonly payload: unknown
  readonly dueAt: number
  readonly createdAt: number
}

export interface JobRow {
  readonly id: string
  readonly kind: string
  readonly key: string
  readonly payload: unknown
  /** How often it was begun, this time included. */
  readonly attempts: number
}

/** Writes the job with the caller's change: both are committed or neither. Answers whether it was new. */
export async function enqueue(db: Queryable, job: NewJob): Promise<boolean> {
  const added = await db
    .insert(jobs)
    .values(job)
    .onConflictDoNothing({ target: jobs.key })
    .returning({ id: jobs.id })
  return added.length > 0
}

/** Makes an unfinished job due at another moment, such as at once. Answers false where there is none. */
export async function reschedule(db: Queryable, key: string, dueAt: number): Promise<boolean> {
  const moved = await db
    .update(jobs)
    .set({ dueAt })
    .where(sql`${jobs.key} = ${key} and ${jobs.doneAt} is null and ${jobs.failedAt} is null`)
    .returning({ id: jobs.id })
  return moved.length > 0
}
