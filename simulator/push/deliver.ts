import { APPID } from '../identity'
import { isLoopback } from '../mch/loopback'
import type { World } from '../world'
import { sealPush } from './seal'
import type { PendingPush } from './target'

/** WeChat waits five seconds for `success`, and pushes three times in all. */
const ANSWER_MS = 5_000
const TRIES = 3
const AGAIN_MS = 5_000

async function send(world: World, push: PendingPush): Promise<number | string> {
  if (world.push === null || !isLoopback(world.push.url)) return 'nowhere to push'
  const sealed = sealPush(world.push, push.fields, { appid: APPID, nowMs: world.now(), forged: push.forged })
  try {
    const answer = await fetch(sealed.url, {
      method: 'POST',
      headers: { 'content-type': sealed.type, 'user-agent': 'Mozilla/4.0' },
      body: sealed.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    const text = await answer.text()
    if (answer.status !== 200) return answer.status
    return text === '' || text === 'success' ? 200 : `answered ${text.slice(0, 40)}`
  } catch (error) {
    return Object(error).name === 'TimeoutError' ? 'timeout' : 'no connection'
  }
}

/** One turn of one push. */
export async function deliverPush(world: World, push: PendingPush): Promise<void> {
  const { id, about } = push
  const attempt = push.attempt + 1
  const answer = await send(world, push)
  const event = String(push.fields.Event ?? push.fields.MsgType ?? 'message')
  const flavour = push.forged ? 'forge' : 'true'
  world.log.add({ kind: 'notification', id, event, flavour, attempt, answer, about })
  // A reset in the meantime has taken it away.
  if (world.state.pushes[id] !== push) return
  const isTaken = answer === 200
  if (isTaken && push.copies > 0) {
    push.copies -= 1
    push.dueAt = world.now()
  } else if (isTaken || attempt >= TRIES) delete world.state.pushes[id]
  else {
    push.attempt = attempt
    push.dueAt = world.now() + AGAIN_MS / world.timeScale
  }
  world.changed()
}
