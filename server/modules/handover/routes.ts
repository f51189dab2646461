import * as handover from '@contract/handover'
import { ok } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import { confirmHandover } from './carry-out'
import { listHandovers } from './list'
import { previewHandover } from './plan'
import { undoHandover } from './undo'

/** What a staff member hands over: looked at, carried out, and for a day undone. */
export function mountHandover(app: FastifyInstance, deps: Deps): void {
  mount(app, deps, handover.previewHandover, ({ body, nowMs }) => previewHandover(deps, body, nowMs))
  mount(app, deps, handover.confirmHandover, ({ caller, body, nowMs }) =>
    confirmHandover(deps, caller, body, nowMs),
  )
  mount(app, deps, handover.listHandovers, async ({ nowMs }) =>
    ok({ items: await listHandovers(deps.db, nowMs) }),
  )
  mount(app, deps, handover.undoHandover, ({ caller, params, body, nowMs }) =>
    undoHandover(deps, caller, params.id, body.reason, nowMs),
  )
}
