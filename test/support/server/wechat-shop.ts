import type { FastifyInstance } from 'fastify'
import { createMiniProgram } from '../../../server/wechat/mini-program'
import { buildSimulator } from '../../../simulator/app'
import { openShop, type ShopOptions, type TestShop } from './shop'

export interface WeChatShop extends TestShop {
  /** What the app on the phone does: `POST /client/...` of the simulator. Throws unless it answers `ok`. */
  app<T>(path: string, body: unknown): Promise<T>
  /** Lets one of WeChat's endpoints fail until the next call of `behave`. */
  misbehave(fault: Record<string, unknown>): Promise<void>
  behave(): Promise<void>
  readonly simulatorUrl: string
}

/** The whole server with the simulator as its WeChat, both on one clock that stands still until it is set. */
export function openWeChatShop(options: ShopOptions = {}): WeChatShop {
  let simulator: FastifyInstance | undefined
  let url = ''
  let now: () => number = Date.now

  beforeAll(async () => {
    simulator = buildSimulator({ now: () => now() })
    url = await simulator.listen({ host: '127.0.0.1', port: 0 })
  })

  const shop = openShop({
    ...options,
    replace: (deps) => ({
      miniProgram: createMiniProgram({
        appid: deps.config.wechat.appid,
        secret: deps.config.wechat.secret,
        baseUrl: url,
        now: () => deps.clock.now(),
      }),
      ...options.replace?.(deps),
    }),
  })
  now = () => shop.clock.now()

  afterAll(async () => {
    await simulator?.close()
  })

  return Object.defineProperties({} as WeChatShop, {
    ...Object.getOwnPropertyDescriptors(shop),
    simulatorUrl: { get: () => url },
    misbehave: {
      value: async (fault: Record<string, unknown>) => {
        const faults = [{ on: 'endpoint', times: 'always', ...fault }]
        await fetch(`${url}/control/faults`, { method: 'POST', body: JSON.stringify({ faults }) })
      },
    },
    behave: {
      value: async () => {
        await fetch(`${url}/control/faults`, { method: 'DELETE' })
      },
    },
    app: {
      value: async (path: string, body: unknown) => {
        const response = await fetch(`${url}/client/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
        if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
        return response.json()
      },
    },
  })
}
