import { getShareCode, mintShare, resolveShare } from '@contract/share'
import { getPoster, revokeShare as revokeRoute } from '@contract/staff'
import { ok } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import { shareCodes } from './code'
import { requestOf } from './mint'
import { posterOf } from './poster'
import { revokeShare } from './revoke'
import { mint, resolve } from './service'

/** Share tokens: minting them, what they open, and the mini-program codes that carry them. */
export function mountShare(app: FastifyInstance, deps: Deps): void {
  const codeOf = shareCodes(deps)
  mount(app, deps, mintShare, ({ body, caller, nowMs }) => mint(deps, caller, requestOf(body), nowMs))
  mount(app, deps, resolveShare, async ({ params, nowMs }) => ok(await resolve(deps, params.token, nowMs)))
  mount(app, deps, getShareCode, ({ params, caller }) => codeOf(params.token, caller.staff.staffId))
  mount(app, deps, getPoster, ({ params, caller }) =>
    posterOf(deps, codeOf, params.token, caller.staff.staffId),
  )
  mount(app, deps, revokeRoute, ({ params, caller, nowMs }) => revokeShare(deps, caller, params.token, nowMs))
}
