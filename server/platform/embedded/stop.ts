import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import { isGone, isPostgresOf } from './running'

/**
 * Ends a PostgreSQL: SIGINT asks for a clean stop with everything written, SIGQUIT for an immediate one, from which the
 * next start recovers. Throws where neither helps.
 */
export async function endPostgres(pid: number, folder: string): Promise<void> {
  for (const [signal, withinMs] of [['SIGINT', 30_000] as const, ['SIGQUIT', 10_000] as const]) {
    try {
      // On Windows this ends the process at once; the next start recovers as after a power cut.
      process.kill(pid, platform() === 'win32' ? 'SIGTERM' : signal)
    } catch {
      return
    }
    if (await isGone(pid, withinMs)) return
  }
  throw new Error(`The PostgreSQL of ${folder} (process ${pid}) does not end; end it by hand.`)
}

/**
 * Removes the lock files of a PostgreSQL that is gone, whose process id may live again as something else or linger as
 * a zombie: PostgreSQL itself would refuse to start beside it. Never while one of its processes still works on the
 * folder: those of a killed PostgreSQL end by themselves, but not all at once.
 */
export async function clearLocks(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return
  for (const pid of processesOn(folder)) {
    if (!(await isGone(pid, 10_000))) await endPostgres(pid, folder)
  }
  const port = readFileSync(file, 'utf8').split('\n')[3]
  rmSync(file, { force: true })
  rmSync(join(folder, `.s.PGSQL.${port}.lock`), { force: true })
}

/** Its processes all work in the folder. Only Linux tells; elsewhere a dead process leaves no zombie either. */
function processesOn(folder: string): number[] {
  if (platform() !== 'linux') return []
  const place = realpathSync(folder)
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && isPostgresOf(pid, place))
}
