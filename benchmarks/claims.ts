import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { DAY_MS } from '../domain/shop-time'
import { createCampaign } from '../server/modules/coupon/manage/save'
import { type Db, openDatabase } from '../server/platform/database'
import { type Embedded, startEmbedded } from '../server/platform/embedded-postgres'
import { timeOrderedIds } from '../server/platform/ids'
import { migrate } from '../server/platform/migrate'
import { cryptoRandom } from '../server/platform/random'
import { aCrowd, CROWD_SECRET, type CrowdMember } from '../test/support/server/crowd'
import { installedPostgres } from '../test/support/server/installed-postgres'
import { runServer } from '../test/support/server/run-server'
import { type Bound, hasPgbench, pgbench, rowUpdates } from './claims/bound'
import { claimRequest, load } from './claims/load'

const CLIENTS = (process.env.CLIENTS ?? '1,8,32,128').split(',').map(Number)
const ROUNDS = Number(process.env.ROUNDS ?? 3)
const SECONDS = Number(process.env.SECONDS ?? 5)
const CROWD = 60_000

/**
 * `npx tsx benchmarks/claims.ts`: claims of one campaign over HTTP, each by another member, answered after their
 * commit, against what the same PostgreSQL commits by itself with as many clients, durable as it is, turn by turn.
 */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qundian-claims-'))
  // As root the database runs as somebody else, who must get in.
  chmodSync(dataDir, 0o711)
  const bin = installedPostgres()
  const database = await start(dataDir, bin)
  const { db, close } = openDatabase({ ...database.connection, max: 4 })
  let server: ReturnType<typeof runServer> | undefined
  try {
    await migrate(db)
    const crowd = await seed(db)
    const bound = hasPgbench(bin) ? pgbench(bin, database.connection) : rowUpdates(database.connection)
    await bound.prepare()
    await db.$client.query('analyze')
    const port = await freePort()
    server = runServer(environment(database, dataDir, port))
    await isHealthy(port, server)
    const { rows } = await db.$client.query<{ server_version: string }>('show server_version')
    console.log(`PostgreSQL ${rows[0]?.server_version}, fsync on, ${cpus().length} × ${cpus()[0]?.model}`)
    console.log(
      `${ROUNDS} rounds of ${SECONDS} s each, medians; the server, its load and PostgreSQL share the machine`,
    )
    // A shop's server has run for days; one that has just started is still being compiled.
    await rush(128, db, crowd, port)
    console.log(`clients   claims/s over HTTP   ${bound.name.padEnd(26)}   ratio`)
    for (const clients of CLIENTS) await compare(clients, bound, db, crowd, port)
  } finally {
    server?.signal('SIGTERM')
    await server?.ended
    await close()
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Room for 128 clients of pgbench beside the server. */
async function start(dataDir: string, bin: string | null): Promise<Embedded> {
  const program = (name: string) => join(bin ?? '', name)
  const programs = bin
    ? { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
    : undefined
  const first = await startEmbedded({ dataDir, programs })
  const { db, close } = openDatabase(first.connection)
  await db.$client.query('alter system set max_connections = 300')
  await close()
  await first.stop()
  return startEmbedded({ dataDir, programs })
}

async function seed(db: Db): Promise<CrowdMember[]> {
  const crowd: CrowdMember[] = []
  while (crowd.length < CROWD) crowd.push(...(await aCrowd(db, 10_000, Date.now())))
  return crowd
}

const environment = (database: Embedded, dataDir: string, port: number) => ({
  WECHAT_SIMULATED: '1',
  PORT: String(port),
  DATABASE_URL: database.url,
  DATA_DIR: dataDir,
  SHOP_SECRET: CROWD_SECRET,
  // Every request comes from one address here; the limits are still counted.
  RATE_LIMIT_PER_ADDRESS: '100000000',
  RATE_LIMIT_PER_SESSION: '600',
  // pgbench writes no line per transaction either.
  LOG_LEVEL: 'warn',
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function isHealthy(port: number, server: ReturnType<typeof runServer>): Promise<void> {
  let isOver = false
  void server.ended.then(() => {
    isOver = true
  })
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null)
    if (answer?.ok) return
    if (isOver) throw new Error(server.said())
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function compare(
  clients: number,
  bound: Bound,
  db: Db,
  crowd: readonly CrowdMember[],
  port: number,
): Promise<void> {
  const rounds: { claims: number; bound: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const own = await bound.measure(clients, SECONDS)
    rounds.push({ bound: own, claims: await rush(clients, db, crowd, port) })
  }
  const median = (pick: (round: (typeof rounds)[number]) => number) =>
    rounds.map(pick).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
  const cells = [
    String(clients).padStart(7),
    median((round) => round.claims)
      .toFixed(0)
      .padStart(18),
    median((round) => round.bound)
      .toFixed(0)
      .padStart(26),
    median((round) => round.claims / round.bound)
      .toFixed(2)
      .padStart(8),
  ]
  console.log(cells.join('   '))
}

/** A new campaign with a copy for everybody, claimed as fast as it goes; then the books are looked into. */
async function rush(clients: number, db: Db, crowd: readonly CrowdMember[], port: number): Promise<number> {
  const nowMs = Date.now()
  const saved = await createCampaign(
    { db, ids: timeOrderedIds({ now: Date.now }, cryptoRandom) },
    {
      code: `bench-${randomUUID().slice(0, 18)}`,
      title: '开抢',
      claimFrom: nowMs - DAY_MS,
      claimUntil: nowMs + DAY_MS,
      totalStock: CROWD,
      stockPerGroup: null,
      limitPerMember: 1,
      scope: { kind: 'all' },
      slot: 'goods',
      tiers: [
        {
          thresholdFen: 9_900,
          off: { kind: 'amount', amountOff: 1_000 },
          stock: null,
          validity: { kind: 'days', days: 7 },
          gate: { kind: 'anyone' },
        },
      ],
    },
    { staffId: null, nowMs },
  )
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  const campaignId = saved.value.id
  let at = 0
  const next = () => {
    const member = crowd[at++]
    return member ? claimRequest(campaignId, member.token, member.memberId) : null
  }
  const done = await load({ host: '127.0.0.1', port }, clients, SECONDS * 1000, next)
  const { rows } = await db.$client.query<{ copies: number }>(
    'select count(*)::int as copies from coupons where campaign_id = $1',
    [campaignId],
  )
  if (done.statuses.get(200) !== done.answers || rows[0]?.copies !== done.answers) {
    throw new Error(`answered ${JSON.stringify([...done.statuses])}, kept ${rows[0]?.copies}`)
  }
  return done.perSecond
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
