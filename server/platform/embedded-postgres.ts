import { mkdirSync, realpathSync } from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Binaries, findBinaries } from './embedded/binaries'
import { ensureCluster } from './embedded/cluster-folder'
import { type Postmaster, startPostmaster } from './embedded/postmaster'
import { giveTo, runAsFor } from './embedded/run-as'
import { answers, type Running, readRunning, takeOwnership } from './embedded/running'
import { clearLocks, endPostgres } from './embedded/stop'

export interface EmbeddedOptions {
  /** The cluster is kept in its folder `postgres`. */
  readonly dataDir: string
  /** Gives up durability for speed; only for tests that are not about it. */
  readonly fast?: boolean
  readonly databaseName?: string
  /** An installed PostgreSQL's programs instead of the npm package's. */
  readonly programs?: Binaries
  /** Called where PostgreSQL ends without having been asked to. */
  readonly onLost?: (sentence: string) => void
}

export interface Embedded {
  readonly connection: pg.PoolConfig
  /** For psql and other programs on this machine. */
  readonly url: string
  readonly pid: number
  /** False where another living process runs the cluster and this one only uses it. */
  readonly isOwner: boolean
  /** Stops PostgreSQL where we own it. */
  stop(): Promise<void>
}

/**
 * A real PostgreSQL from npm binaries on a data folder, reachable only from this machine and user. A cluster that a
 * living process runs is shared; one whose owner was killed is ended cleanly and started anew.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  mkdirSync(options.dataDir, { recursive: true })
  const folder = join(realpathSync(options.dataDir), 'postgres')
  const databaseName = options.databaseName ?? 'qundian'
  const runAs = runAsFor(folder)
  const shared = await shareOrEndOrphan(folder)
  if (shared) {
    return {
      ...describe(shared.connection, databaseName),
      pid: shared.pid,
      isOwner: false,
      stop: async () => {},
    }
  }

  const binaries = options.programs ?? findBinaries(runAs)
  await ensureCluster(folder, binaries, runAs, options.fast ?? false)
  giveTo(runAs, folder)
  const postmaster = await startPostmaster(folder, binaries, runAs, options.fast ?? false)
  const owner = await takeOwnership(postmaster.connection)
  if (!owner) throw new Error(`Another process has taken the database in ${folder}.`)
  await ensureDatabase(owner, databaseName)
  return {
    ...describe(postmaster.connection, databaseName),
    pid: postmaster.pid,
    isOwner: true,
    stop: stopper(postmaster, owner, options.onLost),
  }
}

/** Ends the PostgreSQL of a data folder whose owner is dead. Answers false where a living process owns it. */
export async function endOrphan(dataDir: string): Promise<boolean> {
  return (await shareOrEndOrphan(join(realpathSync(dataDir), 'postgres'))) === null
}

async function shareOrEndOrphan(folder: string): Promise<Running | null> {
  const running = readRunning(folder)
  const isReady = running && (await answers(running.connection, () => readRunning(folder) === null, 15_000))
  if (running && isReady) {
    const owner = await takeOwnership(running.connection)
    if (!owner) return running
    await owner.end()
  }
  // On Windows nothing but its answer tells that the process is PostgreSQL, so a silent one is left alone.
  if (running && (isReady || platform() !== 'win32')) await endPostgres(running.pid, folder)
  await clearLocks(folder)
  return null
}

async function ensureDatabase(owner: pg.Client, name: string): Promise<void> {
  const { rowCount } = await owner.query('select 1 from pg_database where datname = $1', [name])
  if (rowCount === 0) await owner.query(`create database ${pg.escapeIdentifier(name)}`)
}

function describe(connection: pg.ClientConfig, database: string) {
  const { host, port, password } = connection
  const isSocket = host?.startsWith('/')
  const login = password ? `postgres:${password}` : 'postgres'
  const url = isSocket
    ? `postgresql://postgres@localhost:${port}/${database}?host=${encodeURIComponent(host ?? '')}`
    : `postgresql://${login}@${host}:${port}/${database}`
  return { connection: { ...connection, database }, url }
}

function stopper(postmaster: Postmaster, owner: pg.Client, onLost?: (sentence: string) => void) {
  let stopping: Promise<void> | null = null
  postmaster.exited.then((code) => {
    if (!stopping)
      onLost?.(`The embedded PostgreSQL ended by itself (${code}); its last words: ${postmaster.lastWords()}`)
  })
  return () => {
    stopping ??= owner
      .end()
      .catch(() => {})
      .then(() => postmaster.stop())
    return stopping
  }
}
