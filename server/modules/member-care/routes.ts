import * as care from '@contract/member-care'
import { ok } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import { myMember } from './detail'
import { myMembers } from './list'
import { noteContact, serveToday } from './serve'
import { tagMember } from './tags'

/** The members a staff member serves, their tags, and whom to serve today. */
export function mountMemberCare(app: FastifyInstance, deps: Deps): void {
  const { db } = deps
  mount(app, deps, care.listMyMembers, async ({ caller, query, nowMs }) =>
    ok(await myMembers(db, caller, query, nowMs)),
  )
  mount(app, deps, care.getMyMember, ({ caller, params, nowMs }) => myMember(deps, caller, params.id, nowMs))
  mount(app, deps, care.tagMember, ({ caller, params, body, nowMs }) =>
    tagMember(deps, caller, params.id, body.tags, nowMs),
  )
  mount(app, deps, care.listServeToday, async ({ caller, nowMs }) => ok(await serveToday(db, caller, nowMs)))
  mount(app, deps, care.noteContact, ({ caller, params, body, nowMs }) =>
    noteContact(deps, caller, { memberId: params.id, ...body }, nowMs),
  )
}
