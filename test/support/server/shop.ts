import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../../server/app'
import { type Config, readConfig } from '../../../server/config'
import type { MemberCaller, SessionFinder } from '../../../server/platform/caller'
import { type ShiftableClock, shiftableClock } from '../../../server/platform/clock'
import type { Deps } from '../../../server/platform/deps'
import { createLog } from '../../../server/platform/log'
import { wire } from '../../../server/platform/wiring'
import { freshDatabase, type TestDatabase } from './database'

/** 3 July 2026, 20:14 in Shanghai. */
export const OPENING = Date.UTC(2026, 6, 3, 12, 14)

export interface ShopOptions {
  /** The environment beyond the simulation's own. */
  readonly env?: Readonly<Record<string, string>>
  /** Replaces parts, such as WeChat's clients by fakes; it gets what would be used otherwise. */
  readonly replace?: (deps: Deps) => Partial<Deps>
  /** Mounts routes of the test's own beside the shop's. */
  readonly extend?: (app: FastifyInstance, deps: Deps) => void
}

export interface TestShop {
  readonly url: string
  readonly deps: Deps
  readonly database: TestDatabase
  /** Stands still at OPENING until it is set. */
  readonly clock: ShiftableClock
  /** Calls the API over HTTP; `body` is sent as JSON. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>
  /** Ends the server and starts it again on the same database and address, as another process would. */
  restart(): Promise<void>
  /** Makes any text a session of this member for this test file. */
  signIn(token: string, caller: Omit<MemberCaller, 'kind'>): void
}

export interface CallOptions {
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape and say what they expect.
  readonly body: any
  readonly headers: Headers
}

/** The whole server on a fresh database and a free port, for this test file. Call it once at its top. */
export function openShop(options: ShopOptions = {}): TestShop {
  const database = freshDatabase()
  const clock = shiftableClock({ now: () => OPENING })
  const signedIn = new Map<string, MemberCaller>()
  let running: { app: FastifyInstance; deps: Deps; url: string; dataDir: string } | undefined

  const start = async (dataDir: string, port = 0) => {
    const config = testConfig({ DATA_DIR: dataDir, ...options.env })
    const wired = wire(config, database.db, createLog(config.logLevel), clock)
    const base = { ...wired, sessions: withSignedIn(wired.sessions, signedIn) }
    const deps = { ...base, ...options.replace?.(base) }
    const app = await buildApp(deps)
    options.extend?.(app, deps)
    running = { app, deps, url: await app.listen({ host: '127.0.0.1', port }), dataDir }
  }

  beforeAll(() => start(mkdtempSync(join(tmpdir(), 'qundian-shop-'))))

  afterAll(async () => {
    await running?.app.close()
    if (running) rmSync(running.dataDir, { recursive: true, force: true })
  })

  const opened = () => {
    if (!running) throw new Error('The shop is open from the first test or later hook on.')
    return running
  }

  return {
    database,
    clock,
    get url() {
      return opened().url
    },
    get deps() {
      return opened().deps
    },
    restart: async () => {
      const { app, dataDir, url } = opened()
      await app.close()
      await start(dataDir, Number(new URL(url).port))
    },
    signIn: (token, caller) => signedIn.set(token, { kind: 'member', ...caller }),
    call: (method, path, callOptions = {}) => call(opened().url, method, path, callOptions),
  }
}

/** A configuration as the simulator's, quiet, and without limits that a burst of tests would meet. */
export const testConfig = (env: Readonly<Record<string, string>> = {}): Config =>
  readConfig({
    WECHAT_SIMULATED: '1',
    LOG_LEVEL: 'silent',
    RATE_LIMIT_PER_ADDRESS: '1000000',
    RATE_LIMIT_PER_SESSION: '1000000',
    ...env,
  })

const withSignedIn = (real: SessionFinder, signedIn: ReadonlyMap<string, MemberCaller>): SessionFinder => ({
  find: async (token, nowMs) => signedIn.get(token) ?? real.find(token, nowMs),
})

async function call(url: string, method: string, path: string, options: CallOptions): Promise<Answer> {
  const { token, body, headers } = options
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
}
