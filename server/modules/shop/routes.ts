import { getCategories, getShop } from '@contract/shop'
import { ok } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import { listCategories, shopView } from './service'

/** The shop itself: what everybody may know before logging in. */
export function mountShop(app: FastifyInstance, deps: Deps): void {
  mount(app, deps, getShop, async ({ nowMs }) => ok(await shopView(deps, nowMs)))
  mount(app, deps, getCategories, async () => ok({ items: await listCategories(deps.db) }))
}
