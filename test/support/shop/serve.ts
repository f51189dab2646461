/**
 * A whole shop as a program of its own: WeChat's simulator and the real server on free ports and a fresh database.
 * Started by start-shop.ts; prints one JSON line with its addresses, and ends when its parent lets go of stdin.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { readPeople } from '../../../demo/seed/data'
import { identitiesFrom } from '../../../demo/seed/identity'
import { seedDemo } from '../../../demo/seed/seed-demo'
import { buildApp } from '../../../server/app'
import { readConfig } from '../../../server/config'
import { openDatabase } from '../../../server/platform/database'
import { startJobLoop } from '../../../server/platform/jobs/loop'
import { createLog } from '../../../server/platform/log'
import { wire } from '../../../server/platform/wiring'
import { buildSimulator } from '../../../simulator/app'
import { TEMPLATE } from '../server/clusters'

const JOBS_EVERY_MS = 100

async function serve(): Promise<void> {
  const cluster = JSON.parse(process.env.QUNDIAN_TEST_CLUSTER ?? 'null') as pg.ClientConfig | null
  if (!cluster) throw new Error('QUNDIAN_TEST_CLUSTER names no database')
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const administer = async (statement: string) => {
    const client = new pg.Client({ ...cluster, database: 'postgres' })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await administer(`create database ${name} template ${TEMPLATE}`)
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
    PORT: String(port),
  })
  const database = openDatabase({ ...cluster, database: name })
  const deps = wire(config, database.db, createLog(config.logLevel))
  if (process.env.QUNDIAN_TEST_SEED === '1') {
    const { staff, groups, members } = readPeople()
    const users = [...staff, ...members].map(({ user }) => user)
    const chats = groups.map(({ group }) => group)
    const identity = await identitiesFrom(simulatorUrl, users, chats)
    await seedDemo({ db: database.db, deps, identity })
  }
  const app = await buildApp(deps)
  const apiUrl = await app.listen({ host: '127.0.0.1', port })
  const jobs = startJobLoop(deps, JOBS_EVERY_MS)
  console.log(JSON.stringify({ apiUrl, simulatorUrl, database: { ...cluster, database: name }, dataDir }))

  process.stdin.resume()
  process.stdin.on('end', () => {
    const leave = async () => {
      await jobs.stop()
      await app.close()
      await simulator.close()
      await database.close()
      await administer(`drop database if exists ${name} with (force)`)
      rmSync(dataDir, { recursive: true, force: true })
    }
    leave().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  })
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

serve().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
