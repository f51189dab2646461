import { getHealth } from '@contract/simulation'
import { ok } from '@domain/result'
import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import type { Deps } from './deps'
import { mount } from './mount'

/** For balancers and for `npm start`: it answers only once the database does. */
export function mountHealth(app: FastifyInstance, deps: Deps): void {
  mount(app, deps, getHealth, async ({ nowMs }) => {
    await deps.db.execute(sql`select 1`)
    return ok({ status: 'ok', database: 'ok', simulated: deps.config.simulated, serverTime: nowMs })
  })
}
