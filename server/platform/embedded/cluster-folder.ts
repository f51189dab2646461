import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import type { Binaries } from './binaries'
import { canTraverse, type RunAs } from './run-as'

const isWindows = platform() === 'win32'

/** How a program of PostgreSQL is started: as whom, where, and how it is told of its data folder. */
export function startOptions(folder: string, runAs: RunAs | null) {
  return {
    // The unprivileged user may be unable to walk to the folder (a 0700 home above it). It starts inside, and names the
    // folder by the kernel's link to its own working directory. PostgreSQL before 16 leaves it at start, so not for those.
    dataArgument: runAs && platform() === 'linux' && !canTraverse(folder, runAs) ? '/proc/self/cwd' : folder,
    spawn: {
      cwd: folder,
      windowsHide: true,
      // Nothing of our environment may steer it: a PGPORT or PGDATA of the user's own would.
      ...(!isWindows && { env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' } }),
      ...(runAs && { uid: runAs.uid, gid: runAs.gid }),
    },
  }
}

/**
 * Makes `folder` a database cluster where it is none yet. An initdb that was killed leaves nothing behind that
 * could be taken for a cluster: it works beside the folder and is renamed at the end.
 */
export async function ensureCluster(folder: string, binaries: Binaries, runAs: RunAs | null, fast: boolean) {
  const versionFile = join(folder, 'PG_VERSION')
  if (existsSync(versionFile)) {
    const [had, have] = [Number(readFileSync(versionFile, 'utf8')), versionOf(binaries)]
    if (had === have) return
    throw new Error(
      `${folder} was made by PostgreSQL ${had}, this is ${have}; move the data over with pg_dump.`,
    )
  }
  const half = `${folder}.new`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true, mode: 0o700 })
  if (runAs) chownSync(half, runAs.uid, runAs.gid)
  const { dataArgument, spawn: options } = startOptions(half, runAs)
  const passwordArguments = isWindows
    ? [`--pwfile=${newPassword(folder)}`, '--auth=scram-sha-256']
    : ['--auth=trust']
  const args = ['-D', dataArgument, '-U', 'postgres', '--no-instructions', '--encoding=UTF8', '--locale=C']
  // PostgreSQL brings its own C.UTF-8 since 17: the same order on every machine, and upper case beyond ASCII.
  const locale = versionOf(binaries) >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []
  await run(
    binaries.initdb,
    [...args, ...locale, ...passwordArguments, ...(fast ? ['--no-sync'] : [])],
    options,
  )
  rmSync(folder, { recursive: true, force: true })
  renameSync(half, folder)
}

/** Windows has no socket folder to close, so a password guards the loopback port. Kept beside the cluster. */
const passwordFile = (folder: string) => `${folder}.password`

function newPassword(folder: string): string {
  writeFileSync(passwordFile(folder), randomBytes(24).toString('base64url'), { mode: 0o600 })
  return passwordFile(folder)
}

/** The cluster's password on Windows; undefined elsewhere. */
export const readPassword = (folder: string): string | undefined =>
  isWindows ? readFileSync(passwordFile(folder), 'utf8') : undefined

/** Runs a program to its end. Throws with what it wrote where it fails. */
export function run(program: string, args: readonly string[], options: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    child.stdout?.on('data', (bytes: Buffer) => said.push(bytes))
    child.stderr?.on('data', (bytes: Buffer) => said.push(bytes))
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${program} ended with ${code}: ${Buffer.concat(said).toString('utf8').trim()}`))
    })
  })
}

/** The major version, from `postgres (PostgreSQL) 18.4`. */
const versionOf = (binaries: Binaries): number =>
  Number(/ (\d+)/.exec(execFileSync(binaries.postgres, ['--version'], { encoding: 'utf8' }))?.[1])
