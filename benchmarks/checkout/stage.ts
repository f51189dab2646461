import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type pg from 'pg'
import { DAY_MS } from '../../domain/shop-time'
import { createCampaign } from '../../server/modules/coupon/manage/save'
import { tokenHash } from '../../server/modules/session/token'
import { keysFrom } from '../../server/platform/crypto'
import { type Db, openDatabase } from '../../server/platform/database'
import { startEmbedded } from '../../server/platform/embedded-postgres'
import { timeOrderedIds } from '../../server/platform/ids'
import { migrate } from '../../server/platform/migrate'
import { cryptoRandom } from '../../server/platform/random'
import { CROWD_SECRET } from '../../test/support/server/crowd'
import { runServer } from '../../test/support/server/run-server'
import type { Buyer, Goods } from './buyer'

export const SKUS = 200
const keys = keysFrom(CROWD_SECRET, cryptoRandom)

export interface Stage {
  readonly db: Db
  readonly connection: pg.PoolConfig
  readonly goods: Goods
  readonly version: string
  buyers(count: number): Promise<Buyer[]>
  /** Processor time the server has used, in ms; null where the machine does not say (it is no Linux). */
  serverCpuMs(): number | null
  close(): Promise<void>
}

/** A fresh durable database, WeChat's simulator and the server, each a program of its own, with goods and a coupon. */
export async function openStage(bin: string | null): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qundian-checkout-'))
  // As root the database runs as somebody else, who must get in.
  chmodSync(dataDir, 0o711)
  const program = (name: string) => join(bin ?? '', name)
  const programs = bin
    ? { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
    : undefined
  const database = await startEmbedded({ dataDir, programs })
  const { db, close } = openDatabase({ ...database.connection, max: 4 })
  await migrate(db)
  const [simulatorPort, port] = [await aPort(), await aPort()]
  const simulator = await startSimulator(simulatorPort)
  const wechat = `http://127.0.0.1:${simulatorPort}`
  const server = runServer({
    WECHAT_SIMULATED: '1',
    SIMULATOR_URL: wechat,
    PORT: String(port),
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    SHOP_SECRET: CROWD_SECRET,
    RATE_LIMIT_PER_ADDRESS: '100000000',
    RATE_LIMIT_PER_SESSION: '100000000',
    LOG_LEVEL: 'info',
  })
  await server.isOpen
  const goods = { shop: `http://127.0.0.1:${port}`, wechat, ...(await stock(db)) }
  const { rows } = await db.$client.query<{ server_version: string }>('show server_version')
  return {
    db,
    connection: database.connection,
    goods,
    version: rows[0]?.server_version ?? '?',
    serverCpuMs: () => cpuOf(Number(/"pid":(\d+)/.exec(server.said())?.[1])),
    buyers: (count) => someBuyers(db, wechat, count),
    close: async () => {
      server.signal('SIGTERM')
      await server.ended
      simulator.kill('SIGTERM')
      await close()
      await database.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** User and system time, in ticks of 10 ms, from the fields after the program's name. */
function cpuOf(pid: number): number | null {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return null
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Enough of each of many products, and a campaign with a copy for everybody: 满50减10. */
async function stock(db: Db): Promise<{ skuIds: string[]; campaignId: string }> {
  const skuIds = Array.from({ length: SKUS }, () => randomUUID())
  const now = new Date().toISOString()
  await db.$client.query(`insert into categories (id, name, position) values (gen_random_uuid(), '水果', 1)`)
  await db.$client.query(
    `insert into products (id, code, title, category_id, images, is_on_sale, created_at, updated_at)
     select id, 'p-' || id, '烟台红富士苹果', (select id from categories), array['products/a.webp'], true, $2, $2
     from unnest($1::uuid[]) id`,
    [skuIds, now],
  )
  await db.$client.query(
    `insert into skus (id, code, product_id, spec, price_fen, available, is_on_sale, updated_at)
     select id, 's-' || id, id, '{}', 2990, 1000000, true, $2 from unnest($1::uuid[]) id`,
    [skuIds, now],
  )
  const nowMs = Date.now()
  const saved = await createCampaign(
    { db, ids: timeOrderedIds({ now: Date.now }, cryptoRandom) },
    {
      code: 'bench-checkout',
      title: '满50减10',
      claimFrom: nowMs - DAY_MS,
      claimUntil: nowMs + DAY_MS,
      totalStock: 1_000_000,
      stockPerGroup: null,
      limitPerMember: 1,
      scope: { kind: 'all' },
      slot: 'goods',
      tiers: [
        {
          thresholdFen: 5_000,
          off: { kind: 'amount', amountOff: 1_000 },
          stock: null,
          validity: { kind: 'days', days: 7 },
          gate: { kind: 'anyone' },
        },
      ],
    },
    { staffId: null, nowMs },
  )
  if (!saved.ok) throw new Error(`the campaign is refused: ${JSON.stringify(saved.error)}`)
  return { skuIds, campaignId: saved.value.id }
}

/** Members the simulator knows, each with a session and an address, put straight into the database. */
async function someBuyers(db: Db, wechat: string, count: number): Promise<Buyer[]> {
  const buyers: Buyer[] = []
  const rows: object[] = []
  for (let n = 0; n < count; n++) {
    const user = `u${randomUUID().slice(0, 12)}`
    const { openid } = (await (await fetch(`${wechat}/client/identity?user=${user}`)).json()) as {
      openid: string
    }
    const [memberId, token, addressId] = [randomUUID(), randomUUID(), randomUUID()]
    buyers.push({ user, token, addressId })
    rows.push({ id: memberId, openid, hash: tokenHash(keys, token), address: addressId })
  }
  const shape = 'r(id uuid, openid text, hash text, address uuid)'
  const values = [JSON.stringify(rows), new Date().toISOString()]
  for (const text of [
    `insert into members (id, appid, openid, created_at, last_seen_at)
     select id, 'wx0123456789abcdef', openid, $2, $2 from json_to_recordset($1::json) as ${shape}`,
    `insert into sessions (id, member_id, token_hash, sealed_session_key, created_at, expires_at)
     select gen_random_uuid(), id, hash, '', $2, $2::timestamptz + interval '30 days'
     from json_to_recordset($1::json) as ${shape}`,
    `insert into addresses (id, member_id, name, phone, province, city, district, detail, created_at, updated_at)
     select address, id, '张伟', '13800138000', '浙江省', '杭州市', '西湖区', '文三路 1 号', $2, $2
     from json_to_recordset($1::json) as ${shape}`,
  ])
    await db.$client.query(text, values)
  return buyers
}

function startSimulator(port: number): Promise<ChildProcess> {
  const tsx = pathToFileURL(require.resolve('tsx')).href
  const child = spawn(process.execPath, ['--import', tsx, join('simulator', 'main.ts')], {
    cwd: join(__dirname, '..', '..'),
    env: { PATH: process.env.PATH, SIMULATOR_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', () => resolve(child))
    child.once('exit', () => reject(new Error('the simulator ended')))
  })
}

/** A free port below those the system gives out by itself. */
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
