import Fastify, { type FastifyInstance } from 'fastify'

/** Stands in for shop and simulator where only the phone is tested. */
export interface FakeStreet {
  readonly url: string
  /** The most `/slow` requests that were under way at once. */
  mostAtOnce(): number
  /** Lets everything that waits at `/slow` go. */
  letGo(): void
  close(): Promise<void>
}

const MESSAGE = { templateId: 'paid', page: 'pages/home?q=notice', data: { thing1: '订单已支付' }, at: 0 }

export async function openFakeStreet(): Promise<FakeStreet> {
  const app: FastifyInstance = Fastify({ forceCloseConnections: true })
  const waiting: (() => void)[] = []
  let isOpen = false
  let [running, most, offsetMs] = [0, 0, 0]
  const clock = () => ({ now: offsetMs, offsetMs })

  app.get('/slow', async () => {
    running += 1
    most = Math.max(most, running)
    if (!isOpen) await new Promise<void>((go) => waiting.push(go))
    running -= 1
    return {}
  })
  app.get('/quick', async () => ({}))
  app.get('/simulation/clock', async () => clock())
  app.get('/control/clock', async () => clock())
  app.put<{ Body: { offsetMs: number } }>('/simulation/clock', async ({ body }) => {
    offsetMs = body.offsetMs
    return clock()
  })
  app.post('/control/clock', async () => clock())
  app.post('/simulation/jobs', async () => ({ done: 0, failed: 0 }))
  app.post('/client/phone-code', async () => ({ errMsg: 'getPhoneNumber:ok', code: 'a-code' }))
  app.get('/client/messages', async () => ({ messages: [MESSAGE] }))
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    mostAtOnce: () => most,
    letGo: () => {
      isOpen = true
      for (const go of waiting.splice(0)) go()
    },
    close: () => app.close(),
  }
}
