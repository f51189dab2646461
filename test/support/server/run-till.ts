import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface Till {
  readonly postgresPid: number
  /** The last row whose commit was acknowledged. */
  acknowledged(): number
  /** Ends it without warning, as `kill -9` does, and waits until it is gone. */
  kill(): Promise<void>
}

/** Starts `till.ts` and waits until it has written some rows. `user` runs it as somebody else (root only). */
export function runTill(dataDir: string, user: { uid?: number; gid?: number } = {}): Promise<Till> {
  const tsx = pathToFileURL(require.resolve('tsx')).href
  const script = join(__dirname, 'till.ts')
  const child = spawn(process.execPath, ['--import', tsx, script, dataDir], { ...user, cwd: '/' })
  return new Promise((resolve, reject) => {
    let said = ''
    let postgresPid = 0
    let acknowledged = 0
    child.stdout.on('data', (bytes: Buffer) => {
      const lines = (said + bytes).split('\n')
      said = lines.pop() ?? ''
      for (const line of lines) {
        if (line.startsWith('pid ')) postgresPid = Number(line.slice(4))
        else acknowledged = Number(line)
      }
      if (acknowledged >= 20)
        resolve({ postgresPid, acknowledged: () => acknowledged, kill: () => killed(child) })
    })
    let complaint = ''
    child.stderr.on('data', (bytes: Buffer) => {
      complaint += bytes
    })
    child.on('exit', (code) => reject(new Error(`the till ended with ${code}: ${complaint}`)))
  })
}

const killed = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    // `close` comes after the last acknowledgement has been read.
    child.on('close', () => resolve())
    child.kill('SIGKILL')
  })
