import type { Refusal } from '@contract/errors'
import * as contract from '@contract/push'
import { ok, refuse } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { mount } from '../../platform/mount'
import { isSignedQuery, type PushKeys, readPush } from '../../wechat/push'
import { handlePush } from './handle'
import { HANDLE_PUSH, takePush } from './take'

const rejected = (why: string): Refusal => ({ code: 'notification.rejected', message: `Not taken: ${why}.` })

/** The one door for everything WeChat pushes: proven, kept once, answered at once, worked on by jobs. */
export function mountPush(app: FastifyInstance, deps: Deps): void {
  const { config } = deps
  const keys: PushKeys | null =
    config.push === null ? null : { ...config.push, receiveId: config.wechat.appid }
  deps.jobs.register(HANDLE_PUSH, (job, nowMs) => handlePush(deps, job, nowMs))

  mount(app, deps, contract.checkPush, async ({ query }) => {
    if (!keys) return refuse(NOT_FOUND)
    return isSignedQuery(keys, query) ? ok(query.echostr ?? '') : refuse(rejected('push.signature_wrong'))
  })
  mount(app, deps, contract.takePush, async ({ query, rawBody, nowMs }) => {
    if (!keys) return refuse(NOT_FOUND)
    const read = readPush(keys, query, rawBody.toString('utf8'), nowMs)
    if (!read.ok) {
      deps.log.warn({ why: read.error.code }, 'a push was refused')
      return refuse(rejected(read.error.code))
    }
    await takePush(deps, read.value, nowMs)
    return ok('success')
  })
}
