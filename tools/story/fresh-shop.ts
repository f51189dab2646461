import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../server/app'
import { readConfig } from '../../server/config'
import { startJobLoop } from '../../server/platform/jobs/loop'
import { createLog } from '../../server/platform/log'
import { migrate } from '../../server/platform/migrate'
import { openShopDatabase } from '../../server/platform/shop-database'
import { wire } from '../../server/platform/wiring'
import { buildSimulator } from '../../simulator/app'
import { COMMANDS } from '../shop/commands'
import { runShopCommand } from '../shop/run'

const CATALOGUE = join(__dirname, '..', '..', 'demo', 'data', 'products.csv')
const JOBS_EVERY_MS = 200

export interface FreshShop {
  readonly apiUrl: string
  readonly simulatorUrl: string
  /** `npm run shop -- …` on this shop; answers what it said. Throws where it fails. */
  command(...line: string[]): Promise<string[]>
  close(): Promise<void>
}

/** A shop of its own: simulator, embedded database, server, free ports and a data folder that goes with it. */
export async function openFreshShop(): Promise<FreshShop> {
  const undo: (() => unknown)[] = []
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    return await open(undo, close)
  } catch (error) {
    await close()
    throw error
  }
}

async function open(undo: (() => unknown)[], close: () => Promise<void>): Promise<FreshShop> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qundian-story-'))
  undo.push(() => rmSync(dataDir, { recursive: true, force: true }))
  const simulator = buildSimulator()
  const simulatorUrl = await simulator.listen({ host: '127.0.0.1', port: 0 })
  undo.push(() => simulator.close())
  const env = {
    WECHAT_SIMULATED: '1',
    LOG_LEVEL: 'error',
    SIMULATOR_URL: simulatorUrl,
    DATA_DIR: dataDir,
    // WeChat Pay must know where to notify before the server listens.
    PORT: String(await freePort()),
  }
  const config = readConfig(env)
  const log = createLog(config.logLevel)
  const database = await openShopDatabase(config, log, (sentence) => log.fatal(sentence))
  undo.push(() => database.close())
  await migrate(database.db)
  const deps = wire(config, database.db, log)
  const app = await buildApp(deps)
  const apiUrl = await app.listen({ host: config.host, port: config.port })
  undo.push(() => app.close())
  const jobs = startJobLoop(deps, JOBS_EVERY_MS)
  undo.push(() => jobs.stop())

  const command = async (...line: string[]) => {
    const said: string[] = []
    const terminal = { env, out: (text: string) => said.push(text), error: (text: string) => said.push(text) }
    const code = await runShopCommand(COMMANDS, line, terminal)
    if (code !== 0) throw new Error(`npm run shop -- ${line.join(' ')} failed:\n${said.join('\n')}`)
    return said
  }
  await command('import', 'products', CATALOGUE)
  return { apiUrl, simulatorUrl, command, close }
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
