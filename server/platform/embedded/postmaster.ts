import { spawn } from 'node:child_process'
import { chownSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import type { Binaries } from './binaries'
import { run, startOptions } from './cluster-folder'
import type { RunAs } from './run-as'
import { answers, connectionAt, readRunning } from './running'
import { endPostgres } from './stop'

/** A PostgreSQL that we have started and that answers. */
export interface Postmaster {
  readonly pid: number
  readonly connection: pg.ClientConfig
  /** Resolves with how it ended. */
  readonly exited: Promise<string>
  lastWords(): string
  stop(): Promise<void>
}

/** `sockaddr_un` holds 104 bytes on macOS and 108 on Linux, the closing zero included. */
const LONGEST_SOCKET_PATH = 103
const SOCKET_PORT = 5432
const START_MS = 60_000

const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum_naptime=10s']

/** Starts PostgreSQL on the folder and waits until it answers. Throws with its last words where it does not. */
export async function startPostmaster(
  folder: string,
  binaries: Binaries,
  runAs: RunAs | null,
  fast: boolean,
): Promise<Postmaster> {
  const place = await choosePlace(folder, runAs)
  const settings = [...place.settings, 'timezone=UTC', 'log_timezone=UTC', ...(fast ? FAST : [])]
  const log = `${folder}.log`
  const lastWords = () => readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' / ')
  const { dataArgument, spawn: options } = startOptions(folder, runAs)
  const connection = connectionAt(folder, place.host, place.port)

  if (platform() === 'win32') {
    // pg_ctl gives up administrator's rights, without which PostgreSQL refuses to start there.
    const flags = settings.map((setting) => `-c ${setting}`).join(' ')
    await run(binaries.pgCtl, ['start', '-w', '-D', folder, '-l', log, '-o', flags], options)
    const pid = readRunning(folder)?.pid ?? 0
    const stop = () => run(binaries.pgCtl, ['stop', '-w', '-m', 'fast', '-D', folder], options)
    return { pid, connection, exited: new Promise(() => {}), lastWords, stop }
  }

  const out = openSync(log, 'w', 0o600)
  const args = ['-D', dataArgument, ...settings.flatMap((setting) => ['-c', setting])]
  // Its own process group: Ctrl-C must reach it through us, after the last request has been answered.
  const child = spawn(binaries.postgres, args, { ...options, detached: true, stdio: ['ignore', out, out] })
  closeSync(out)
  let isOver = false
  const exited = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code, signal) => resolve(signal ?? `code ${code}`))
  }).then((how) => {
    isOver = true
    place.remove()
    return how
  })
  if (!(await answers(connection, () => isOver, START_MS))) {
    child.kill('SIGQUIT')
    throw new Error(`PostgreSQL did not start (${await exited}): ${lastWords()}`)
  }
  const pid = child.pid ?? 0
  child.unref()
  return {
    pid,
    connection,
    exited,
    lastWords,
    stop: async () => {
      // From here on it keeps us alive: a process that waits for nothing else would end before it has finished closing.
      child.ref()
      if (!isOver) await endPostgres(pid, folder)
      // Gone, but its id is given back only when Node has taken note of its end.
      await exited
    },
  }
}

/** Where it listens: a socket in its own 0700 folder, or in a short temporary one where the path would be too long. */
async function choosePlace(folder: string, runAs: RunAs | null) {
  if (platform() === 'win32') {
    const port = await freePort()
    return {
      host: '127.0.0.1',
      port,
      settings: ['listen_addresses=127.0.0.1', `port=${port}`],
      remove: () => {},
    }
  }
  const isShort = Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_SOCKET_PATH
  const host = isShort ? folder : mkdtempSync(join(tmpdir(), 'qd-'))
  if (!isShort && runAs) chownSync(host, runAs.uid, runAs.gid)
  const settings = [
    'listen_addresses=',
    `port=${SOCKET_PORT}`,
    'unix_socket_permissions=0700',
    `unix_socket_directories=${isShort ? '.' : host}`,
  ]
  return {
    host,
    port: SOCKET_PORT,
    settings,
    remove: () => isShort || rmSync(host, { recursive: true, force: true }),
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
