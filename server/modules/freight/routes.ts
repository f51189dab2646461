import { getFreight, setFreight } from '@contract/freight'
import { ok } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import { freightView, saveFreight } from './service'

/** Freight by region, with its sum from which it is free. */
export function mountFreight(app: FastifyInstance, deps: Deps): void {
  mount(app, deps, getFreight, async () => ok(await freightView(deps.db)))
  mount(app, deps, setFreight, ({ caller, body, nowMs }) =>
    saveFreight(deps, body.rows, caller.staff.staffId, nowMs),
  )
}
