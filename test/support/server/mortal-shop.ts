import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { buildSimulator } from '../../../simulator/app'
import { freshDatabase, type TestDatabase } from './database'
import type { PayShop } from './pay-shop'
import { type ServerProgram, startServer } from './server-program'

export interface MortalShop {
  readonly database: TestDatabase
  /** For the builders: calls reach the server that lives. */
  readonly shop: PayShop
  /** The server dies at once, in the middle of whatever it does. */
  kills(): Promise<void>
  revives(): Promise<void>
  /** Time passes for the server and for WeChat, what is due is done and what is to be told is told. */
  passes(ms: number): Promise<void>
  /** Holds these rows, so that whoever wants them stops in the middle of a transaction. Answers how to let go. */
  holds(table: string, ids: readonly string[]): Promise<() => Promise<void>>
  /** How many transactions of the server wait for a row somebody else holds. */
  waiting(): Promise<number>
  /** What WeChat's servers were asked since the simulator began: endpoint and what befell it. */
  asked(): Promise<readonly { readonly endpoint?: string; readonly fault?: string }[]>
}

/** The real server as a program, with the simulator as its WeChat. */
export function openMortalShop(): MortalShop {
  const database = freshDatabase()
  let simulator: FastifyInstance
  let wechat = ''
  let port = 0
  let server: ServerProgram
  let offsetMs = 0

  const start = async () => {
    server = await startServer({
      DATABASE_URL: urlOf(database.connection),
      SIMULATOR_URL: wechat,
      PORT: String(port),
      LOG_LEVEL: 'info',
    })
    await server.call('PUT', '/simulation/clock', { body: { offsetMs } })
  }
  beforeAll(async () => {
    simulator = buildSimulator()
    wechat = await simulator.listen({ host: '127.0.0.1', port: 0 })
    port = await aPort()
    await start()
  })
  afterAll(async () => {
    server?.signal('SIGKILL')
    await server?.ended
    await simulator?.close()
  })

  const control = async (path: string, body: unknown = {}) => {
    const answer = await fetch(`${wechat}/control/${path}`, { method: 'POST', body: JSON.stringify(body) })
    return answer.json()
  }
  const clock = { now: () => Date.now() + offsetMs }
  const shop = {
    deps: {
      get db() {
        return database.db
      },
      clock,
    },
    clock,
    call: (...call: Parameters<ServerProgram['call']>) => server.call(...call),
    faults: (...faults: unknown[]) => control('faults', { faults }),
    flush: async () => (await control('flush')).sent,
    behave: () => fetch(`${wechat}/control/faults`, { method: 'DELETE' }),
    app: async (path: string, body: unknown) => {
      const answer = await fetch(`${wechat}/client/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
      return answer.json()
    },
  } as unknown as PayShop

  return {
    database,
    shop,
    async kills() {
      server.signal('SIGKILL')
      await server.ended
    },
    revives: start,
    async passes(ms) {
      offsetMs += ms
      await control('clock', { offsetMs })
      await server.call('PUT', '/simulation/clock', { body: { offsetMs } })
      await server.call('POST', '/simulation/jobs')
      await control('flush')
    },
    async holds(table, ids) {
      const client = new pg.Client(database.connection)
      // A test that fails leaves it open, and the database is dropped under it.
      client.on('error', () => {})
      await client.connect()
      await client.query('begin')
      await client.query(`select 1 from ${table} where id = any($1) for update`, [ids])
      return () => client.end()
    },
    async waiting() {
      const { rows } = await database.db.$client.query(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return rows[0].n
    },
    asked: async () => (await (await fetch(`${wechat}/control/log`)).json()).entries,
  }
}

/**
 * A port that is free and stays so while the server is dead: WeChat goes on notifying it there. Below those the system
 * gives out by itself.
 */
async function aPort(): Promise<number> {
  for (;;) {
    const wanted = randomInt(20_000, 32_000)
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = createServer()
        .on('error', () => resolve(false))
        .listen(wanted, '127.0.0.1', () => probe.close(() => resolve(true)))
    })
    if (isFree) return wanted
  }
}

/** A test database as `DATABASE_URL`. */
function urlOf({ host = '', port, user = 'postgres', password, database: name }: pg.PoolConfig): string {
  const login = typeof password === 'string' ? `${user}:${encodeURIComponent(password)}` : user
  return host.startsWith('/')
    ? `postgresql://${login}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`
    : `postgresql://${login}@${host}:${port}/${name}`
}
