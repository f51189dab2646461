import * as contract from '@contract/address'
import { ok } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import * as service from './service'
import { listAddresses } from './store'

/** The member's addresses. Orders keep a copy: what changes here changes no order. */
export function mountAddress(app: FastifyInstance, deps: Deps): void {
  mount(app, deps, contract.listAddresses, async ({ caller }) =>
    ok({ items: await listAddresses(deps.db, caller.memberId) }),
  )
  mount(app, deps, contract.addAddress, async ({ caller, body, nowMs }) =>
    ok(await service.addAddress(deps, caller.memberId, body, nowMs)),
  )
  mount(app, deps, contract.editAddress, ({ caller, params, body, nowMs }) =>
    service.editAddress(deps, caller.memberId, params.id, body, nowMs),
  )
  mount(app, deps, contract.removeAddress, ({ caller, params, nowMs }) =>
    service.removeAddress(deps, caller.memberId, params.id, nowMs),
  )
}
