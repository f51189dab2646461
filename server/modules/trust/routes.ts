import * as trust from '@contract/trust'
import { ok } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import { blockMember, endBlock, listBlocks } from './blocks'
import { findMembers } from './find-members'
import { saveTrustLimits, trustLimits } from './limits'
import { clearSuspect, listSuspects } from './suspects'

/** The blacklist, suspect traffic, and the thresholds by which traffic is suspect. */
export function mountTrust(app: FastifyInstance, deps: Deps): void {
  const { db } = deps
  mount(app, deps, trust.findMembers, async ({ query }) => ok({ items: await findMembers(db, query.q) }))
  mount(app, deps, trust.listBlocks, async ({ query }) => ok(await listBlocks(db, query)))
  mount(app, deps, trust.blockMember, ({ caller, body, nowMs }) => blockMember(deps, caller, body, nowMs))
  mount(app, deps, trust.unblockMember, ({ caller, params, body, nowMs }) =>
    endBlock(deps, caller, params.id, body.reason, nowMs),
  )
  mount(app, deps, trust.listSuspects, async ({ query }) => ok(await listSuspects(db, query, null)))
  mount(app, deps, trust.listMySuspects, async ({ caller, query }) =>
    ok(await listSuspects(db, query, caller.staff.staffId)),
  )
  mount(app, deps, trust.clearSuspect, ({ caller, params, body, nowMs }) =>
    clearSuspect(deps, caller, params.id, body.reason, nowMs),
  )
  mount(app, deps, trust.getTrustLimits, async () => ok(await trustLimits(db)))
  mount(app, deps, trust.saveTrustLimits, async ({ caller, body, nowMs }) =>
    ok(await saveTrustLimits(deps, caller, body, nowMs)),
  )
}
