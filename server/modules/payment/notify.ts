import type { Refusal } from '@contract/errors'
import { type Result, refuse } from '@domain/result'
import type { Deps } from '../../platform/deps'
import type { HeaderSet } from '../../wechat/pay/signature'
import { applyPayment, mismatch } from './apply'
import { applyRefund } from './refund'

/**
 * Takes a notification of WeChat Pay. Forged, stale, foreign and probing ones are refused before anything is read from
 * them; a genuine one may come twice, late or out of order.
 */
export async function takeNotification(
  deps: Deps,
  headers: HeaderSet,
  rawBody: Buffer,
  nowMs: number,
): Promise<Result<unknown, Refusal>> {
  const read = deps.pay.readNotification(headers, rawBody)
  if (!read.ok) {
    deps.log.warn({ why: read.error.code }, 'a notification was refused')
    return refuse({ code: 'notification.rejected', message: `Not taken: ${read.error.code}.` })
  }
  const event = read.value
  const taken =
    event.kind === 'refund'
      ? await applyRefund(deps, event.refund, nowMs)
      : event.transaction.state === 'SUCCESS'
        ? await applyPayment(deps, event.transaction, nowMs)
        : mismatch(`A payment notification in state ${event.transaction.state}.`)
  if (!taken.ok) {
    deps.log.error({ notification: event.id, refusal: taken.error }, 'a notification fits nothing of ours')
  }
  return taken
}
