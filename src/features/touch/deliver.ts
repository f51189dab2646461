import type { TouchReceipt } from '@contract/touch'
import type { Result } from '@domain/result'
import { delivered, refused, unproved, unsent } from '@domain/touch/queue'
import { type ApiError, send } from '../../platform/http'
import { isSessionKeyAlive } from '../../platform/identity'
import { withLoginLock } from '../../platform/login-lock'
import { ensureSession, heldSession, renewSession } from '../../platform/session'
import { PER_REQUEST } from './limits'
import { proveGroup } from './prove'
import { changeQueue, type Queue, useTouch } from './store'

type Receipts = { readonly receipts: readonly TouchReceipt[] }
export type Delivery = 'done' | 'later'

/**
 * Brings every waiting opening to the server, with the proof of its group where WeChat hands it over. Never
 * throws and shows nothing. `later`: no network or no server now; what waits stays on the disk.
 */
export async function deliverTouches(): Promise<Delivery> {
  const { queue } = useTouch.getState()
  if (queue.length === 0) return 'done'
  const opened = await ensureSession()
  if (!opened.ok) return 'later'
  // A ciphertext of a key that WeChat has dropped can be read by nobody: log in before asking for it.
  if (queue.some((it) => it.group === 'asking') && !(await isSessionKeyAlive())) {
    await renewSession(opened.value.token)
  }
  const first = await proveAndPost()
  if (first.answer?.ok !== false || !isDeadSession(first.answer.error)) return settle(first.answer)
  const renewed = await renewSession(first.token)
  return renewed.ok ? settle((await proveAndPost()).answer) : 'later'
}

interface Posted {
  readonly token: string
  readonly answer: Result<Receipts, ApiError> | null
}

/** No login comes between obtaining the ciphertext and sending it. */
function proveAndPost(): Promise<Posted> {
  return withLoginLock(async () => {
    const session = heldSession()
    if (!session) return { token: '', answer: null }
    await proveGroup(session)
    const batch = unsent(useTouch.getState().queue, PER_REQUEST)
    if (batch.length === 0) return { token: session.token, answer: null }
    return { token: session.token, answer: await post(session.token, batch) }
  })
}

async function post(token: string, batch: Queue): Promise<Result<Receipts, ApiError>> {
  const body = { sentAt: Date.now(), touches: batch.map((it) => it.report) }
  const answer = await send<Receipts>({ method: 'POST', path: '/touches', body, token })
  const ids = new Set(batch.map((it) => it.report.id))
  if (answer.ok) {
    changeQueue((q) => delivered(q, ids))
    const { touchId } = useTouch.getState()
    const mine = answer.value.receipts.find((it) => it.id === touchId)
    if (mine) useTouch.setState({ receipt: mine })
  } else if (answer.error.code === 'request.invalid') {
    for (const touch of batch)
      await (batch.length > 1 ? post(token, [touch]) : yieldTo(token, touch, answer.error))
  }
  return answer
}

/** One opening that the shop refuses as it stands: without its ciphertext it may count; else it would block the rest. */
async function yieldTo(token: string, { report }: Queue[number], error: ApiError): Promise<void> {
  if (!report.group) {
    changeQueue((q) => refused(q, new Set([report.id])))
    return
  }
  const plain = changeQueue((q) => unproved(q, report.id, `refused: ${error.code}`))
  const again = plain.filter((it) => it.report.id === report.id)
  if (again.length > 0) await post(token, again)
}

function settle(answer: Result<Receipts, ApiError> | null): Delivery {
  if (answer && !answer.ok && answer.error.code !== 'request.invalid') return 'later'
  return 'done'
}

const isDeadSession = ({ code }: ApiError) => code === 'session.missing' || code === 'session.expired'
