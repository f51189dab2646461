import { endSession, getMe, openSession, setPersonalised } from '@contract/session'
import { ok } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import { meOf } from '../member/me'
import { savePersonalised } from '../member/store'
import * as service from './service'
import * as store from './store'

/** Logging in and out, and who I am. */
export function mountSession(app: FastifyInstance, deps: Deps): void {
  mount(app, deps, openSession, ({ body, nowMs }) => service.openSession(deps, body.code, nowMs))
  mount(app, deps, endSession, async ({ caller, nowMs }) =>
    ok({ ended: await store.endSession(deps.db, caller.sessionId, nowMs) }),
  )
  mount(app, deps, getMe, async ({ caller, nowMs }) => ok(await meOf(deps.db, caller.memberId, nowMs)))
  mount(app, deps, setPersonalised, async ({ caller, body }) => {
    await savePersonalised(deps.db, caller.memberId, body.personalised)
    return ok({ personalised: body.personalised })
  })
}
