import * as contract from '@contract/after-sale'
import * as manage from '@contract/after-sale-manage'
import type { Refusal } from '@contract/errors'
import { ok, type Result, refuse } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { mount } from '../../platform/mount'
import { findOrder, findOrderById } from '../order/store'
import { askForRefund } from './ask'
import { approve, decline, moved, takeBack } from './decide'
import { giveBack } from './give'
import { LAPSE_RETURN, lapsingReturn } from './jobs'
import { aroundOf, listManaged, listMine } from './list'
import { pursue } from './pursue'
import { planOf, standingOf } from './standing'
import { type AfterSaleRow, findAfterSale } from './store'
import { afterSaleView, managedView, previewOf } from './view'

/** Giving goods back: asked by members, decided by managers, paid by WeChat. */
export function mountAfterSale(app: FastifyInstance, deps: Deps): void {
  deps.jobs.register(LAPSE_RETURN, async ({ payload }, nowMs) => {
    // A parcel that was told meanwhile, or a request taken back, needs no lapse.
    await moved(deps, lapsingReturn(payload), { event: 'lapse', actor: 'clock', at: nowMs })
  })
  mountMember(app, deps)
  mountManager(app, deps)
}

function mountMember(app: FastifyInstance, deps: Deps): void {
  const { config } = deps
  const answer = async (result: Result<AfterSaleRow, Refusal>) => {
    if (!result.ok) return result
    const [around] = await aroundOf(deps.db, [result.value])
    return ok(afterSaleView(config, result.value, around!))
  }
  mount(app, deps, contract.previewRefund, async ({ caller, params, body }) => {
    const order = await findOrder(deps.db, caller.memberId, params.id)
    if (!order) return refuse(NOT_FOUND)
    const standing = await standingOf(deps.db, order)
    const plan = planOf(standing, body.lines, false, body.kind ?? 'refund')
    return plan.ok ? ok(previewOf(config, standing, plan.value)) : plan
  })
  mount(app, deps, contract.askRefund, async ({ caller, params, body, nowMs }) =>
    answer(await askForRefund(deps, caller.memberId, params.id, body, nowMs)),
  )
  mount(app, deps, contract.listAfterSales, async ({ caller, query }) =>
    ok(await listMine(deps, caller.memberId, query)),
  )
  mount(app, deps, contract.getAfterSale, async ({ caller, params }) => {
    const row = await findAfterSale(deps.db, params.id)
    return answer(row?.memberId === caller.memberId ? ok(row) : refuse(NOT_FOUND))
  })
  mount(app, deps, contract.withdrawAfterSale, async ({ caller, params, nowMs }) => {
    const move = { event: 'withdraw', actor: 'member', at: nowMs } as const
    return answer(await moved(deps, params.id, move, caller.memberId))
  })
  mount(app, deps, contract.sendReturn, async ({ caller, params, body, nowMs }) => {
    const { company, number } = body
    const set = { parcelCompany: company.trim(), parcelNumber: number, parcelAt: nowMs }
    const move = {
      event: 'send',
      actor: 'member',
      at: nowMs,
      note: `${set.parcelCompany} ${number}`,
      set,
    } as const
    return answer(await moved(deps, params.id, move, caller.memberId))
  })
}

function mountManager(app: FastifyInstance, deps: Deps): void {
  const { config } = deps
  const answer = async (result: Result<AfterSaleRow, Refusal>) => {
    if (!result.ok) return result
    const [around] = await aroundOf(deps.db, [result.value])
    return ok(managedView(config, result.value, around!))
  }
  mount(app, deps, manage.listManagedAfterSales, async ({ query }) => ok(await listManaged(deps, query)))
  mount(app, deps, manage.getManagedAfterSale, async ({ params }) => {
    const row = await findAfterSale(deps.db, params.id)
    return answer(row ? ok(row) : refuse(NOT_FOUND))
  })
  mount(app, deps, manage.approveAfterSale, async ({ caller, params, body, nowMs }) =>
    answer(await approve(deps, { id: params.id, staffId: caller.staff.staffId, nowMs }, body)),
  )
  mount(app, deps, manage.refuseAfterSale, async ({ caller, params, body, nowMs }) =>
    answer(await decline(deps, { id: params.id, staffId: caller.staff.staffId, nowMs }, body.note)),
  )
  mount(app, deps, manage.takeGoodsBack, async ({ caller, params, body, nowMs }) =>
    answer(await takeBack(deps, { id: params.id, staffId: caller.staff.staffId, nowMs }, body)),
  )
  mount(app, deps, manage.pursueAfterSale, async ({ params, nowMs }) =>
    answer(await pursue(deps, params.id, nowMs)),
  )
  mount(app, deps, manage.giveRefund, async ({ caller, params, body, nowMs }) =>
    answer(await giveBack(deps, { staffId: caller.staff.staffId, nowMs }, params.id, body)),
  )
  mount(app, deps, manage.previewManagedRefund, async ({ params, body }) => {
    const order = await findOrderById(deps.db, params.id)
    if (!order) return refuse(NOT_FOUND)
    const standing = await standingOf(deps.db, order)
    const plan = planOf(standing, body.lines, body.isShopAtFault, 'refund')
    return plan.ok ? ok(previewOf(config, standing, plan.value)) : plan
  })
}
