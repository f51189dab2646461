import * as team from '@contract/team'
import { ok } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import { contest, decideClaim, listClaims, myClaims } from './claims'
import { commissionView, saveCommissions } from './commissions'
import { groupList, setOwner } from './group-list'
import { listInvitations, revokeInvitation } from './invitations'
import { editStaff, staffList } from './staff-list'

/** What a manager does with people and groups: posts, invitations, owners and their conflicts, commission rates. */
export function mountTeam(app: FastifyInstance, deps: Deps): void {
  const { db } = deps
  mount(app, deps, team.listStaff, async ({ caller, nowMs }) =>
    ok({ items: await staffList(db, caller, nowMs) }),
  )
  mount(app, deps, team.editStaff, ({ caller, params, body, nowMs }) =>
    editStaff(deps, caller, params.id, body, nowMs),
  )
  mount(app, deps, team.listInvitations, async ({ nowMs }) => ok({ items: await listInvitations(db, nowMs) }))
  mount(app, deps, team.revokeInvitation, ({ caller, params, nowMs }) =>
    revokeInvitation(deps, caller, params.id, nowMs),
  )
  mount(app, deps, team.listAllGroups, async ({ nowMs }) => ok({ items: await groupList(db, nowMs) }))
  mount(app, deps, team.setGroupOwner, ({ caller, params, body, nowMs }) =>
    setOwner(deps, caller, params.id, body, nowMs),
  )
  mount(app, deps, team.contestGroup, ({ caller, body, nowMs }) => contest(deps, caller, body, nowMs))
  mount(app, deps, team.listMyClaims, async ({ caller }) =>
    ok({ items: await myClaims(db, caller.staff.staffId) }),
  )
  mount(app, deps, team.listClaims, async () => ok({ items: await listClaims(db) }))
  mount(app, deps, team.decideClaim, ({ caller, params, body, nowMs }) =>
    decideClaim(deps, caller, params.id, body, nowMs),
  )
  mount(app, deps, team.getCommissions, async () => ok(await commissionView(db)))
  mount(app, deps, team.saveCommissions, ({ caller, body, nowMs }) =>
    saveCommissions(deps, caller, body, nowMs),
  )
}
