import { getProduct, listProducts } from '@contract/catalogue'
import { ok, refuse } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { mount } from '../../platform/mount'
import { listCards } from './list'
import { productView } from './product'

/** Products, readable without a session: Moments' single page has none. */
export function mountCatalogue(app: FastifyInstance, deps: Deps): void {
  mount(app, deps, getProduct, async ({ params, caller, nowMs }) => {
    const view = await productView(deps, caller, params.id, nowMs)
    return view ? ok(view) : refuse(NOT_FOUND)
  })
  mount(app, deps, listProducts, async ({ query, nowMs }) => ok(await listCards(deps, query, nowMs)))
}
