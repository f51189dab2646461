import type { CartView } from '@contract/cart'
import * as contract from '@contract/cart'
import type { Refusal } from '@contract/errors'
import { ok, type Result } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import * as service from './service'
import { removeLines } from './store'
import { cartView } from './view'

/** The cart lives on the server; every change answers with the whole of it as it stands now. */
export function mountCart(app: FastifyInstance, deps: Deps): void {
  const view = async (memberId: string, nowMs: number) => ok(await cartView(deps, memberId, nowMs))
  const after = async (
    change: Promise<Result<true, Refusal>>,
    memberId: string,
    nowMs: number,
  ): Promise<Result<CartView, Refusal>> => {
    const changed = await change
    return changed.ok ? view(memberId, nowMs) : changed
  }
  mount(app, deps, contract.getCart, ({ caller, nowMs }) => view(caller.memberId, nowMs))
  mount(app, deps, contract.addToCart, ({ caller, body, nowMs }) =>
    after(service.addToCart(deps, caller.memberId, body, nowMs), caller.memberId, nowMs),
  )
  mount(app, deps, contract.setCartLine, ({ caller, params, body, nowMs }) =>
    after(service.setLine(deps, caller.memberId, params.skuId, body, nowMs), caller.memberId, nowMs),
  )
  mount(app, deps, contract.removeCartLine, async ({ caller, params, nowMs }) => {
    await removeLines(deps.db, caller.memberId, [params.skuId])
    return view(caller.memberId, nowMs)
  })
  mount(app, deps, contract.mergeCart, async ({ caller, body, nowMs }) => {
    await service.mergeCart(deps, caller.memberId, body.lines, nowMs)
    return view(caller.memberId, nowMs)
  })
}
