import {
  acceptInvitation,
  getCreditedOrder,
  getWorkbench,
  inviteStaff,
  listCreditedOrders,
  listShares,
} from '@contract/staff'
import { ok } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import { creditedDetail, listCredited } from './credited'
import { invite, join } from './invitation'
import { shareResults } from './share-results'
import { workbenchOf } from './workbench'

/** What staff see of their own credit, and how they come to have a post. */
export function mountStaff(app: FastifyInstance, deps: Deps): void {
  mount(app, deps, acceptInvitation, ({ caller, body, nowMs }) =>
    join(deps, caller.memberId, body.code, nowMs),
  )
  mount(app, deps, inviteStaff, async ({ caller, body, nowMs }) =>
    ok(await invite(deps, body, caller.staff.staffId, nowMs)),
  )
  mount(app, deps, getWorkbench, async ({ caller, query, nowMs }) =>
    ok(await workbenchOf(deps.db, caller, query.range, nowMs)),
  )
  mount(app, deps, listCreditedOrders, async ({ caller, query, nowMs }) =>
    ok(await listCredited(deps, caller, query, nowMs)),
  )
  mount(app, deps, getCreditedOrder, ({ caller, params }) => creditedDetail(deps, caller, params.id))
  mount(app, deps, listShares, async ({ caller, query, nowMs }) =>
    ok(await shareResults(deps, caller, query, nowMs)),
  )
}
