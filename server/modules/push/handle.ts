import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { eq } from 'drizzle-orm'
import type { Deps } from '../../platform/deps'
import type { JobRow } from '../../platform/jobs/queue'
import { pushes } from '../../schema/message'
import { changeSubscriptions } from '../message/changed'
import { noteReminder, takeSettlement } from '../shipment/pushed'
import type { PushHandler } from './handler'

/** WeChat holds something back until a person acts in its console. */
const tellPerson: PushHandler = async ({ log }, { event, payload }) => {
  log.error({ event, message: payload.msg ?? payload.Msg }, 'WeChat wants something done in its console')
}

/** Everything the shop acts on. What is not named is kept for a while, and nothing more. */
const HANDLERS: Readonly<Record<string, PushHandler>> = {
  trade_manage_order_settlement: takeSettlement,
  trade_manage_remind_shipping: noteReminder,
  trade_manage_remind_access_api: tellPerson,
  wxa_trade_controlled: tellPerson,
  subscribe_msg_change_event: changeSubscriptions,
}

const Payload = Type.Object({ pushId: Type.String() })

/** Works on one push that was taken. */
export async function handlePush(deps: Deps, job: JobRow, nowMs: number): Promise<void> {
  const { pushId } = Value.Parse(Payload, job.payload)
  const [push] = await deps.db.select().from(pushes).where(eq(pushes.id, pushId))
  if (!push || push.handledAt !== null) return
  await HANDLERS[push.event]?.(deps, push, nowMs)
  await deps.db.update(pushes).set({ handledAt: nowMs }).where(eq(pushes.id, pushId))
}
