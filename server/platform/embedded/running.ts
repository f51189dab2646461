import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { readPassword } from './cluster-folder'

/** What a running PostgreSQL has written into its `postmaster.pid`. */
export interface Running {
  readonly pid: number
  readonly connection: pg.ClientConfig
}

/**
 * Reads who runs on the folder. Null where nobody does: no such file, a half-written one, or a process id that has
 * passed to another program since.
 */
export function readRunning(folder: string): Running | null {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port, socketFolder] = readFileSync(file, 'utf8').split('\n')
  if (!pid || !port || !isPostgresOf(Number(pid), folder)) return null
  const host = platform() === 'win32' ? '127.0.0.1' : socketFolder === '.' ? folder : (socketFolder ?? folder)
  return { pid: Number(pid), connection: connectionAt(folder, host, Number(port)) }
}

/** The connection to a cluster's database `postgres`. */
export const connectionAt = (folder: string, host: string, port: number): pg.ClientConfig => ({
  host,
  port,
  user: 'postgres',
  password: readPassword(folder),
  database: 'postgres',
  ssl: false,
})

/** Whether a living process of that id is a PostgreSQL working on the folder. */
export function isPostgresOf(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false
  try {
    if (platform() === 'linux') {
      const isThere = readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)
      return isThere && readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
    }
    if (platform() === 'win32') return true
    return execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).includes(folder)
  } catch {
    return false
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return !isZombie(pid)
}

/** In a container whose first process collects no orphans, a dead process keeps its id for ever. */
function isZombie(pid: number): boolean {
  try {
    return platform() === 'linux' && /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return true
  }
}

/**
 * The owner of a cluster holds this lock on one open connection. PostgreSQL lets go of it when the owner dies,
 * however it dies, so a held lock means a living owner; process ids alone cannot tell.
 */
const OWNER_LOCK = 7_151_842

/** Takes ownership and keeps the connection open. Null where another process owns the cluster. */
export async function takeOwnership(connection: pg.ClientConfig): Promise<pg.Client | null> {
  const client = new pg.Client({ ...connection, application_name: 'qundian owner' })
  // Its loss is noticed by the exit of the process itself.
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    OWNER_LOCK,
  ])
  if (rows[0]?.taken) return client
  await client.end()
  return null
}

/** Tries until it answers; a PostgreSQL that starts, recovers or stops refuses connections meanwhile. */
export async function answers(
  connection: pg.ClientConfig,
  isOver: () => boolean,
  forMs: number,
): Promise<boolean> {
  const until = Date.now() + forMs
  for (;;) {
    const client = new pg.Client(connection)
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      if (isOver() || Date.now() > until) return false
      await pause(15)
    }
  }
}

/** Waits for a process to be gone. Answers false when it still is there after that time. */
export async function isGone(pid: number, withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; isAlive(pid); await pause(20)) {
    if (Date.now() > until) return false
  }
  return true
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
