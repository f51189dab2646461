import * as contract from '@contract/message'
import { ok } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import { readSettings } from '../shop/settings'
import { LOOK_AT_COUPONS, nextHour, tellOfExpiringCoupons } from './coupons'
import { keepAnswers, subscriptionsOf } from './grants'
import { messageList } from './list'
import { SEND_MESSAGE } from './notify'
import { sendMessage } from './send'
import { saveTemplates } from './templates'

/** Subscription messages: what may be asked, what was answered, what was sent. */
export function mountMessage(app: FastifyInstance, deps: Deps): void {
  deps.jobs.register(SEND_MESSAGE, (job, nowMs) => sendMessage(deps, job, nowMs))
  deps.jobs.every(LOOK_AT_COUPONS, nextHour, async (nowMs) => {
    await tellOfExpiringCoupons(deps, nowMs)
  })

  mount(app, deps, contract.listSubscriptions, async ({ caller, query, nowMs }) =>
    ok({ items: await subscriptionsOf(deps.db, caller.memberId, query.moment, nowMs) }),
  )
  mount(app, deps, contract.reportSubscriptions, async ({ caller, body, nowMs }) => {
    await keepAnswers(deps, { memberId: caller.memberId, ...body }, nowMs)
    return ok({ items: await subscriptionsOf(deps.db, caller.memberId, undefined, nowMs) })
  })
  mount(app, deps, contract.listMessages, async ({ query }) => ok(await messageList(deps.db, query)))
  mount(app, deps, contract.getMessageTemplates, async () =>
    ok((await readSettings(deps.db)).messageTemplates),
  )
  mount(app, deps, contract.setMessageTemplates, ({ caller, body, nowMs }) =>
    saveTemplates(deps, body, caller.staff.staffId, nowMs),
  )
}
