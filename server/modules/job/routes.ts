import * as contract from '@contract/job'
import { ok } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import { KEEP_HOUSE, keepHouse, nextNight } from './housekeeping'
import { jobList } from './list'
import { retryJob } from './retry'

/** The jobs of the shop as its manager sees them, and what clears them away. */
export function mountJob(app: FastifyInstance, deps: Deps): void {
  deps.jobs.every(KEEP_HOUSE, nextNight, async (nowMs) => {
    const cleared = await keepHouse(deps.db, nowMs)
    deps.log.info({ cleared }, 'what is over was cleared away')
  })
  mount(app, deps, contract.listJobs, async ({ query, nowMs }) => ok(await jobList(deps.db, query, nowMs)))
  mount(app, deps, contract.retryJob, ({ caller, params, nowMs }) =>
    retryJob(deps, params.id, caller.staff.staffId, nowMs),
  )
}
