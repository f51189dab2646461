import { claimGroup, listGroups } from '@contract/staff'
import { ok } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import * as service from './service'

/** The groups of a staff member, and claiming one. */
export function mountGroup(app: FastifyInstance, deps: Deps): void {
  mount(app, deps, listGroups, async ({ caller, nowMs }) =>
    ok({ items: await service.groupsOf(deps, caller, nowMs) }),
  )
  mount(app, deps, claimGroup, ({ caller, body, nowMs }) => service.claimGroup(deps, caller, body, nowMs))
}
