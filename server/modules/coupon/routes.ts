import * as contract from '@contract/coupon'
import { ok, refuse } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { mount } from '../../platform/mount'
import { claims } from './claim/service'
import { expireByJobs } from './expiry'
import { ladderFor, laddersFor } from './ladders'
import { mountCampaignManagement } from './manage/routes'
import { myCoupons } from './my-coupons'

/** Campaigns and coupons: a member's ladders, claims and copies, and what managers do. */
export function mountCoupon(app: FastifyInstance, deps: Deps): void {
  const { claim, close } = claims(deps)
  app.addHook('onClose', close)
  mount(app, deps, contract.listLadders, async ({ caller, query, nowMs }) =>
    ok(await laddersFor(deps.db, caller.memberId, query, nowMs)),
  )
  mount(app, deps, contract.getLadder, async ({ caller, params, nowMs }) => {
    const view = await ladderFor(deps.db, caller.memberId, params.id, nowMs)
    return view ? ok(view) : refuse(NOT_FOUND)
  })
  mount(app, deps, contract.claimCoupon, ({ caller, params, body, nowMs }) =>
    claim(caller.memberId, params.id, body, nowMs),
  )
  mount(app, deps, contract.listCoupons, async ({ caller, query, nowMs }) =>
    ok(await myCoupons(deps.db, caller.memberId, query, nowMs)),
  )
  mountCampaignManagement(app, deps)
  expireByJobs(deps)
}
