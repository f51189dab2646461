import { eraseMe, exportMyData, listDataItems } from '@contract/privacy'
import { ok } from '@domain/result'
import { PERSONAL_DATA } from '@domain/trust/personal-data'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import { eraseMember } from './erase'
import { exportData } from './export'

/** What is kept of a member and why, the export of it, and erasure from inside the app. */
export function mountPrivacy(app: FastifyInstance, deps: Deps): void {
  mount(app, deps, listDataItems, async () => ok({ items: [...PERSONAL_DATA] }))
  mount(app, deps, exportMyData, async ({ caller, nowMs }) =>
    ok(await exportData(deps.db, caller.memberId, nowMs)),
  )
  mount(app, deps, eraseMe, ({ caller, nowMs }) => eraseMember(deps, caller.memberId, nowMs))
}
