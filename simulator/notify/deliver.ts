import { isLoopback } from '../mch/loopback'
import type { World } from '../world'
import { sealDecoy, sealNotification } from './envelope'
import type { Notification, Sent } from './notification'
import { waitAfter } from './retry'

/** WeChat Pay waits this long for an answer, whatever the time scale. */
const ANSWER_MS = 5_000

async function post(url: string, { headers, body }: Sent): Promise<number | string> {
  if (!isLoopback(url)) return 'not loopback'
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Mozilla/4.0', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    await answer.arrayBuffer()
    return answer.status
  } catch (error) {
    return Object(error).name === 'TimeoutError' ? 'timeout' : 'no connection'
  }
}

function afterDelivery(world: World, notification: Notification, sent: Sent): void {
  const { notifications } = world.state
  const { id, replayMs } = notification
  for (const other of Object.values(notifications)) {
    if (!other.isHeld || other.id === id) continue
    other.isHeld = false
    other.dueAt = Math.min(other.dueAt, world.now())
  }
  if (replayMs !== null && notification.copies === 0) {
    const dueAt = world.now() + replayMs
    const key = `${id}/again`
    notifications[key] = { ...notification, dueAt, attempt: 0, copies: 0, replayMs: null, again: sent }
  }
  if (notification.copies > 0) {
    notification.copies -= 1
    notification.dueAt = world.now()
  } else delete notifications[id]
}

/** One turn of one notification: its decoys, then the true one, then what follows from the shop's answer. */
export async function deliver(world: World, key: string, notification: Notification): Promise<void> {
  const { id, event, url, about } = notification
  const attempt = notification.attempt + 1
  const send = async (flavour: string, sent: Sent) => {
    const answer = await post(url, sent)
    world.log.add({ kind: 'notification', id, event, flavour, attempt, answer, about })
    return answer === 200 || answer === 204
  }
  const drop = () => {
    delete world.state.notifications[key]
    world.changed()
  }
  if (notification.again !== null) {
    // An attacker, or a network, that repeats what it saw has no retry schedule.
    await send('replay', notification.again)
    return drop()
  }
  for (const decoy of notification.decoys) await send(decoy.kind, sealDecoy(world, notification, decoy))
  notification.decoys = []
  if (notification.isOnlyDecoys) return drop()
  const sent = sealNotification(world, notification)
  const isTaken = await send('true', sent)
  // A reset in the meantime has taken it away.
  if (world.state.notifications[key] !== notification) return
  notification.isHeld = false
  if (isTaken) afterDelivery(world, notification, sent)
  else {
    notification.attempt = attempt
    const wait = waitAfter(world, attempt)
    if (wait === null) return drop()
    notification.dueAt = world.now() + wait
  }
  world.changed()
}
