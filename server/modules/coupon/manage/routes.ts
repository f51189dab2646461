import type { CampaignDetail } from '@contract/campaign'
import * as contract from '@contract/campaign'
import type { Refusal } from '@contract/errors'
import { ok, type Result, refuse } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../platform/deps'
import { NOT_FOUND } from '../../../platform/http/session-hook'
import { mount } from '../../../platform/mount'
import { campaignChoices } from './choices'
import { campaignDetail } from './detail'
import { campaignPage } from './list'
import { moveCampaign, raiseCampaignStock } from './move'
import { createCampaign, editCampaign, type Hand } from './save'

/** What managers do with campaigns; each change answers the campaign as it stands then. */
export function mountCampaignManagement(app: FastifyInstance, deps: Deps): void {
  const { db } = deps
  const shown = async (id: string, nowMs: number): Promise<Result<CampaignDetail, Refusal>> => {
    const detail = await campaignDetail(db, id, nowMs)
    return detail ? ok(detail) : refuse(NOT_FOUND)
  }
  const after = async (saved: Promise<Result<{ readonly id: string }, Refusal>>, { nowMs }: Hand) => {
    const done = await saved
    return done.ok ? shown(done.value.id, nowMs) : done
  }
  const handOf = (call: { caller: { staff: { staffId: string } }; nowMs: number }): Hand => ({
    staffId: call.caller.staff.staffId,
    nowMs: call.nowMs,
  })

  mount(app, deps, contract.listCampaigns, async ({ query, nowMs }) =>
    ok(await campaignPage(db, query, nowMs)),
  )
  mount(app, deps, contract.getCampaignChoices, async () => ok(await campaignChoices(db)))
  mount(app, deps, contract.getCampaign, ({ params, nowMs }) => shown(params.id, nowMs))
  mount(app, deps, contract.createCampaign, (call) => {
    const hand = handOf(call)
    return after(createCampaign(deps, call.body, hand), hand)
  })
  mount(app, deps, contract.editCampaign, (call) => {
    const hand = handOf(call)
    return after(editCampaign(deps, call.params.id, call.body, hand), hand)
  })
  for (const [route, event] of [
    [contract.pauseCampaign, 'pause'],
    [contract.resumeCampaign, 'resume'],
    [contract.endCampaign, 'end'],
  ] as const) {
    mount(app, deps, route, (call) => {
      const hand = handOf(call)
      return after(moveCampaign(deps, call.params.id, event, hand), hand)
    })
  }
  mount(app, deps, contract.raiseStock, (call) => {
    const hand = handOf(call)
    return after(raiseCampaignStock(deps, call.params.id, call.body, hand), hand)
  })
}
