import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { inTransaction } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import type { JobRow } from '../../platform/jobs/queue'
import { JobRefused } from '../../platform/jobs/refused'
import { MiniProgramError } from '../../wechat/mini-program-error'
import { claimMessage, endMessage, type Sendable } from './claim'
import { clearGrant, giveGrantBack } from './grants'

const Payload = Type.Object({ messageId: Type.String(), round: Type.Integer() })

/**
 * Sends one message at most once: where nobody can know whether WeChat sent it, it is not sent again. Throws where
 * WeChat has certainly not sent it and may do so later.
 */
export async function sendMessage(deps: Deps, job: JobRow, nowMs: number): Promise<void> {
  const payload = Value.Parse(Payload, job.payload)
  const sendable = await inTransaction(deps.db, (tx) => claimMessage(tx, deps, payload, nowMs))
  if (!sendable) return
  const { message, openid, templateId, data } = sendable
  try {
    await deps.miniProgram.sendSubscribeMessage({ openid, templateId, page: message.page, data })
  } catch (error) {
    if (!(error instanceof MiniProgramError)) throw error
    return notSent(deps, sendable, error)
  }
  await endMessage(deps.db, message.id, { state: 'sent', sentAt: deps.clock.now() })
}

async function notSent(deps: Deps, sendable: Sendable, error: MiniProgramError): Promise<void> {
  const { db } = deps
  const { message, templateId } = sendable
  const { errcode, kind } = error
  if (kind === 'not_subscribed') {
    await clearGrant(db, message.memberId, templateId)
    await endMessage(db, message.id, { state: 'skipped', reason: 'not_subscribed', errcode })
    return
  }
  if (error.mayHaveActed) {
    deps.log.warn({ err: error, message: message.key }, 'nobody knows whether a message was sent')
    await endMessage(db, message.id, { state: 'failed', reason: 'unknown_outcome' })
    return
  }
  await giveGrantBack(db, message.memberId, templateId)
  if (kind === 'refused') {
    // A banned ability, a forbidden word, a wrong template: a person must mend it, and can then retry the job.
    const reason = error.message.slice(0, 200)
    await endMessage(db, message.id, { state: 'failed', reason, errcode })
    throw new JobRefused(reason)
  }
  await endMessage(db, message.id, { state: 'due' })
  throw error
}
