import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { findBinaries } from '../../server/platform/embedded/binaries'
import type { Needs } from './settings'

/** What on this machine stands in the way, one sentence part for each: taken ports, unwritable folders, no database. */
export async function machineFaults({ dataDir, databaseUrl, ports }: Needs, root: string): Promise<string[]> {
  const portFaults: (string | null)[] = []
  // One after the other: two probes of one port would get into each other's way.
  for (const { name, host, port } of ports) portFaults.push(await portFault(name, host, port))
  const faults = [
    nodeFault(),
    ...portFaults,
    ...samePortFaults(ports),
    folderFault(dataDir, 'DATA_DIR'),
    folderFault(join(root, 'dist'), 'for the built mini-program'),
    await databaseFault(databaseUrl),
  ]
  return faults.filter((fault) => fault !== null)
}

function nodeFault(): string | null {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 11)
    ? null
    : `Node 20.11 or later is needed, this is ${process.version}`
}

function samePortFaults(ports: Needs['ports']): string[] {
  return ports.flatMap(({ name, port }, at) =>
    ports
      .slice(0, at)
      .filter((other) => other.port === port)
      .map((other) => `${other.name} and ${name} are both ${port}`),
  )
}

function portFault(name: string, host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      resolve(
        error.code === 'EADDRINUSE'
          ? `port ${port} is taken (set ${name} to another one)`
          : `${host}:${port} cannot be listened on (${error.code ?? error.message})`,
      ),
    )
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)))
  })
}

function folderFault(folder: string, name: string): string | null {
  const probe = join(folder, `.probe-${process.pid}`)
  try {
    makeFolder(folder)
    writeFileSync(probe, '')
    rmSync(probe)
    return null
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return `${folder} cannot be written to (${name}, ${code})`
  }
}

/** Step by step: Node's own recursive way never ends where a file system refuses new folders, such as /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

async function databaseFault(databaseUrl: string | null): Promise<string | null> {
  if (databaseUrl === null) {
    try {
      findBinaries(null)
      return null
    } catch (error) {
      return error instanceof Error ? error.message.replace(/\.$/, '') : String(error)
    }
  }
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    )
    const major = Math.floor((rows[0]?.version ?? 0) / 10_000)
    return major >= 15 ? null : `DATABASE_URL is a PostgreSQL ${major}, 15 or later is needed`
  } catch (error) {
    return `the database of DATABASE_URL cannot be reached (${error instanceof Error ? error.message : error})`
  } finally {
    await client.end().catch(() => {})
  }
}
