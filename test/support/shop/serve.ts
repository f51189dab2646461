/**
 * A whole shop as a program of its own: WeChat's simulator and the real server on free ports and a fresh database.
 * Started by start-shop.ts; prints one JSON line with its addresses, and ends when its parent lets go of stdin.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { readPeople } from '../../../demo/seed/data'
import { identitiesFrom } from '../../../demo/seed/identity'
import { seedDemo } from '../../../demo/seed/seed-demo'
import { buildApp } from '../../../server/app'
import { type Config, readConfig } from '../../../server/config'
import { openDatabase } from '../../../server/platform/database'
import { startJobLoop } from '../../../server/platform/jobs/loop'
import { createLog } from '../../../server/platform/log'
import { wire } from '../../../server/platform/wiring'
import { buildSimulator } from '../../../simulator/app'
import { ownDatabase } from './databases'

const JOBS_EVERY_MS = 100
/** The same for every shop: the seeded rows are keyed by it. */
const SHOP_SECRET = 'for-tests-only-and-the-same-in-every-one'

async function serve(): Promise<void> {
  const cluster = JSON.parse(process.env.QUNDIAN_TEST_CLUSTER ?? 'null') as pg.ClientConfig | null
  if (!cluster) throw new Error('QUNDIAN_TEST_CLUSTER names no database')
  const dataDir = mkdtempSync(join(tmpdir(), 'qundian-shop-'))
  const simulator = buildSimulator()
  const simulatorUrl = await simulator.listen({ host: '127.0.0.1', port: 0 })
  const port = await freePort()
  const config = readConfig({
    WECHAT_SIMULATED: '1',
    LOG_LEVEL: process.env.SHOP_LOG ?? 'silent',
    RATE_LIMIT_PER_ADDRESS: '1000000',
    RATE_LIMIT_PER_SESSION: '1000000',
    SIMULATOR_URL: simulatorUrl,
    DATA_DIR: dataDir,
    SHOP_SECRET,
    PORT: String(port),
  })
  const seed = process.env.QUNDIAN_TEST_SEED === '1' ? seedWith(config, simulatorUrl) : null
  const database = await ownDatabase(cluster, seed)
  const { db, close } = openDatabase(database.connection)
  const deps = wire(config, db, createLog(config.logLevel))
  const app = await buildApp(deps)
  const apiUrl = await app.listen({ host: '127.0.0.1', port })
  const jobs = startJobLoop(deps, JOBS_EVERY_MS)
  console.log(JSON.stringify({ apiUrl, simulatorUrl }))

  const leave = async () => {
    await jobs.stop()
    await app.close()
    await simulator.close()
    await close()
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  process.stdin.resume()
  process.stdin.on('end', () => void leave().then(() => process.exit(0), fail))
}

const seedWith = (config: Config, simulatorUrl: string) => async (connection: pg.ClientConfig) => {
  const { staff, groups, members } = readPeople()
  const users = [...staff, ...members].map(({ user }) => user)
  const chats = groups.map(({ group }) => group)
  const { db, close } = openDatabase(connection)
  const deps = wire(config, db, createLog(config.logLevel))
  await seedDemo({ db, deps, identity: await identitiesFrom(simulatorUrl, users, chats) })
  await close()
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function fail(error: unknown): never {
  console.error(error)
  process.exit(1)
}

serve().catch(fail)
