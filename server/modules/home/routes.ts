import { getHome } from '@contract/catalogue'
import { ok } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import { homeView } from './service'

/** The first screen, in one request. */
export function mountHome(app: FastifyInstance, deps: Deps): void {
  mount(app, deps, getHome, async ({ caller, nowMs }) => ok(await homeView(deps, caller, nowMs)))
}
