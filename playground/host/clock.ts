import type { FastifyInstance } from 'fastify'

interface ClockView {
  readonly offsetMs: number
}

/**
 * One clock for the tester: the shop's and WeChat's are moved together, for their signatures are good for five minutes
 * only. Each keeps its offset in its own way, so after a restart of one they are brought together again.
 */
export function serveClock(app: FastifyInstance, apiUrl: string, simulatorUrl: string): void {
  const shop = `${apiUrl}/simulation/clock`
  const wechat = `${simulatorUrl}/control/clock`
  const move = async (offsetMs: number): Promise<ClockView> => {
    await ask(wechat, 'POST', { offsetMs })
    const view = await ask(shop, 'PUT', { offsetMs })
    // What has become due need not wait for the next tick.
    await ask(`${apiUrl}/simulation/jobs`, 'POST')
    return view
  }
  app.get('/desk/clock', async () => {
    const [inShop, inWechat] = await Promise.all([ask(shop, 'GET'), ask(wechat, 'GET')])
    return inShop.offsetMs === inWechat.offsetMs ? inShop : move(inShop.offsetMs)
  })
  app.put('/desk/clock', async ({ body }) => {
    const { offsetMs } = JSON.parse(String(body)) as ClockView
    return move(Math.round(offsetMs))
  })
}

async function ask(url: string, method: string, body?: object): Promise<ClockView> {
  const answer = await fetch(url, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const told = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${told}`)
  return JSON.parse(told) as ClockView
}
