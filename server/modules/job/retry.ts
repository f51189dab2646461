import type { Refusal } from '@contract/errors'
import type { JobView } from '@contract/job'
import { ok, type Result, refuse } from '@domain/result'
import { eq, sql } from 'drizzle-orm'
import { inTransaction } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { jobs } from '../../schema/payment'
import { recordAudit } from '../staff/audit'
import { jobView } from './list'

/** Makes a job due now with all its tries again. One that a server holds just now keeps its lease and is not doubled. */
export function retryJob(
  deps: Deps,
  id: string,
  staffId: string,
  nowMs: number,
): Promise<Result<JobView, Refusal>> {
  return inTransaction(deps.db, async (tx) => {
    const [job] = await tx.select().from(jobs).where(eq(jobs.id, id)).for('update')
    if (!job) return refuse<Refusal>(NOT_FOUND)
    if (job.doneAt !== null) {
      return refuse<Refusal>({
        code: 'job.finished',
        message: 'This job is done; there is nothing to retry.',
      })
    }
    const isHeld = job.leaseUntil !== null && job.leaseUntil > nowMs
    if (isHeld) return ok(jobView(job, nowMs))
    const [again] = await tx
      .update(jobs)
      .set({ dueAt: nowMs, attempts: 0, failedAt: null, leaseUntil: sql`null` })
      .where(eq(jobs.id, id))
      .returning()
    if (!again) throw new Error('a locked job is gone')
    await recordAudit(tx, deps.ids, {
      at: nowMs,
      actorStaffId: staffId,
      action: 'job.retry',
      subject: id,
      detail: job.key,
    })
    return ok(jobView(again, nowMs))
  })
}
