import { platform } from 'node:os'
import { isGone } from './running'

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
