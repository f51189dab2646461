import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { createMiniProgram, type MiniProgramOptions } from '../../server/wechat/mini-program'
import type { WeChatPayOptions } from '../../server/wechat/pay/client'
import { buildSimulator } from '../../simulator/app'
import type { Fault } from '../../simulator/control/fault-types'
import type { SimulatorOptions } from '../../simulator/options'
import { aWeChatPay } from './pay-client'
import { aShop, type Shop } from './receiving-shop'

export const SECRET = '0123456789abcdef0123456789abcdef'
const START = Date.UTC(2026, 0, 1, 4)

export interface Running {
  readonly baseUrl: string
  readonly shop: Shop
  /** Moves the clock that simulator and clients share. */
  readonly pass: (ms: number) => void
  readonly now: () => number
  readonly post: (path: string, body?: object) => Promise<Reply>
  readonly get: (path: string) => Promise<Reply>
  readonly misbehave: (...faults: Fault[]) => Promise<unknown>
  /** Sends all that is on its way and waits for the shop's answers. */
  readonly flush: () => Promise<void>
  readonly miniProgram: (options?: Partial<MiniProgramOptions>) => ReturnType<typeof createMiniProgram>
  readonly weChatPay: (options?: Partial<WeChatPayOptions>) => ReturnType<typeof aWeChatPay>
  readonly stop: () => Promise<void>
}

export interface Reply {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes and fail on what is not there
  readonly json: any
}

async function listen(app: FastifyInstance): Promise<string> {
  await app.listen({ host: '127.0.0.1', port: 0 })
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}

async function reply(answer: Response): Promise<Reply> {
  return { status: answer.status, json: await answer.json() }
}

/** The simulator over real HTTP on a free port, its clock set by hand, and a shop that hears its notifications. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Running> {
  let present = START
  const now = () => present
  const app = buildSimulator({ now, ...options })
  const baseUrl = await listen(app)
  const shop = await aShop()
  const headers = { 'content-type': 'application/json' }
  const post = async (path: string, body: object = {}) =>
    reply(await fetch(baseUrl + path, { method: 'POST', headers, body: JSON.stringify(body) }))
  const weChatPay = (more: Partial<WeChatPayOptions> = {}) =>
    aWeChatPay({ baseUrl, notifyUrl: shop.notifyUrl, now, ...more })
  const reader = weChatPay()
  shop.readWith((headersOf, body) => reader.readNotification(headersOf, body))
  return {
    baseUrl,
    shop,
    now,
    pass: (ms) => {
      present += ms
    },
    post,
    get: async (path) => reply(await fetch(baseUrl + path)),
    misbehave: (...faults) => post('/control/faults', { faults }),
    flush: async () => {
      await post('/control/flush')
    },
    miniProgram: (more = {}) =>
      createMiniProgram({
        appid: 'wx0123456789abcdef',
        secret: SECRET,
        baseUrl,
        now,
        pause: async () => {},
        ...more,
      }),
    weChatPay,
    stop: async () => {
      await app.close()
      await shop.close()
    },
  }
}
