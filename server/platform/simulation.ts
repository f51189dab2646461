import { getClock, runJobs, setClock } from '@contract/simulation'
import { ok, refuse } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import { type Clock, isShiftable } from './clock'
import type { Deps } from './deps'
import { runDue } from './jobs/sweeper'
import { mount } from './mount'

/** What testers may steer beside the simulator; `mount` answers 404 to all of it in a real shop. */
export function mountSimulation(app: FastifyInstance, deps: Deps): void {
  mount(app, deps, getClock, async () => ok(clockView(deps.clock)))
  mount(app, deps, setClock, async ({ body }) => {
    if (!isShiftable(deps.clock)) {
      return refuse({ code: 'simulation.off', message: 'This server runs on the real clock.' })
    }
    deps.clock.setOffsetMs(body.offsetMs)
    return ok(clockView(deps.clock))
  })
  mount(app, deps, runJobs, async ({ nowMs }) => ok(await runDue(deps, nowMs)))
}

const clockView = (clock: Clock) => ({
  now: clock.now(),
  offsetMs: isShiftable(clock) ? clock.offsetMs() : 0,
})
