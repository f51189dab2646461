import { getPolicy, previewPolicy as previewRoute, savePolicy as saveRoute } from '@contract/policy'
import { ok } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import { previewPolicy } from './preview'
import { policyView, savePolicy } from './service'

/** How staff are credited: looked at, tried on past orders, and saved for later ones. */
export function mountPolicy(app: FastifyInstance, deps: Deps): void {
  mount(app, deps, getPolicy, async ({ nowMs }) => ok(await policyView(deps.db, nowMs)))
  mount(app, deps, previewRoute, ({ body, nowMs }) => previewPolicy(deps.db, body.settings, nowMs))
  mount(app, deps, saveRoute, ({ body, caller, nowMs }) => savePolicy(deps, caller, body, nowMs))
}
