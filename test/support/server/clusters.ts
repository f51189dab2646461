import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../../server/platform/database'
import { type Embedded, endOrphan, startEmbedded } from '../../../server/platform/embedded-postgres'
import { migrate } from '../../../server/platform/migrate'
import { installedPostgres } from './installed-postgres'

/** Which PostgreSQL a Jest project runs on: the npm package's, or the one installed on the machine. */
export type Engine = 'embedded' | 'installed'

export const TEMPLATE = 'qundian_template'
const PREFIX = 'qundian-test-'
const ABANDONED_MS = 10 * 60_000

/** Where workers find the cluster that the run's global setup has started. */
export const connectionVariable = (engine: Engine) => `QUNDIAN_TEST_${engine.toUpperCase()}`

const running = new Map<Engine, { cluster: Embedded; dataDir: string }>()

/** One cluster for the whole run, with a migrated database to copy for every test file. */
export async function startCluster(engine: Engine): Promise<void> {
  await clearAbandoned()
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX))
  // PostgreSQL before 16 must be able to walk to its folder by name, also as another user than we are.
  chmodSync(dataDir, 0o711)
  const bin = engine === 'installed' ? installedPostgres() : null
  const programs = bin
    ? { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), pgCtl: join(bin, 'pg_ctl') }
    : undefined
  // Nothing here outlives the run, so nothing needs to survive a power cut. Tests of durability start their own.
  const cluster = await startEmbedded({ dataDir, fast: true, programs, databaseName: TEMPLATE })
  running.set(engine, { cluster, dataDir })
  const { db, close } = openDatabase(cluster.connection)
  await migrate(db)
  await close()
  process.env[connectionVariable(engine)] = JSON.stringify(cluster.connection)
}

export async function stopCluster(engine: Engine): Promise<void> {
  const { cluster, dataDir } = running.get(engine) ?? {}
  await cluster?.stop()
  if (dataDir) rmSync(dataDir, { recursive: true, force: true })
}

/** Clusters of runs that were killed; a living run holds its own. */
async function clearAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const dataDir = join(tmpdir(), name)
    const age = Date.now() - (statSync(dataDir, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > ABANDONED_MS && (await endOrphan(dataDir))) rmSync(dataDir, { recursive: true, force: true })
  }
}
