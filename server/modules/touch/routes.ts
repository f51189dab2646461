import { countSinglePage, reportTouches } from '@contract/touch'
import { ok } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import { countOpening } from './page-count'
import { recordTouches } from './service'

/** Openings of the shop: touches of members, and anonymous counts. */
export function mountTouch(app: FastifyInstance, deps: Deps): void {
  mount(app, deps, reportTouches, async ({ body, caller, nowMs }) => {
    const { memberId, sessionId } = caller
    const batch = { ...body, memberId, sessionId, receivedAt: nowMs }
    return ok({ receipts: await inTransaction(deps.db, (tx) => recordTouches(tx, deps, batch)) })
  })
  mount(app, deps, countSinglePage, async ({ body, nowMs }) => {
    await countOpening(deps.db, body.page, nowMs)
    return ok({ counted: true })
  })
}
