import { createHash } from 'node:crypto'
import { inTransaction } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { enqueue } from '../../platform/jobs/queue'
import { pushes } from '../../schema/message'
import type { PushFields } from '../../wechat/push'

export const HANDLE_PUSH = 'push.handle'

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/**
 * One name per push, for WeChat sends a push again that was not answered in time: messages by MsgId, events by who sent
 * what when. Events of the platform share their sender and second, so what they say is part of their name.
 */
export function keyOfPush(fields: PushFields): string {
  const messageId = textOf(fields.MsgId)
  if (messageId !== '') return `message:${messageId}`
  const said = createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 24)
  return `event:${textOf(fields.FromUserName)}:${textOf(fields.CreateTime)}:${said}`
}

/** Keeps a push and owes the work on it. The same one again changes nothing; answers whether it was new. */
export function takePush(deps: Deps, fields: PushFields, nowMs: number): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    const id = deps.ids.next()
    const added = await tx
      .insert(pushes)
      .values({
        id,
        key: keyOfPush(fields),
        event: textOf(fields.Event) || textOf(fields.MsgType) || 'unknown',
        openid: textOf(fields.FromUserName) || null,
        payload: fields,
        receivedAt: nowMs,
      })
      .onConflictDoNothing({ target: pushes.key })
      .returning({ id: pushes.id })
    if (added.length === 0) return false
    return enqueue(tx, {
      id: deps.ids.next(),
      kind: HANDLE_PUSH,
      key: `${HANDLE_PUSH}:${id}`,
      payload: { pushId: id },
      dueAt: nowMs,
      createdAt: nowMs,
    })
  })
}
