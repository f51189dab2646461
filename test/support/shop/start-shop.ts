import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What `connectionVariable('embedded')` names; that file brings the database driver along, which jsdom can't load. */
const CLUSTER = 'QUNDIAN_TEST_EMBEDDED'

const LEAVE_MS = 15_000

export interface RunningShop {
  readonly apiUrl: string
  readonly simulatorUrl: string
  stop(): Promise<void>
}

/**
 * The real server and the simulator as a program of their own, on free ports and a fresh database: tests in jsdom and
 * in browsers reach them over HTTP only. `seeded` fills it with the demo shop. The Jest project needs `withDatabase('embedded')`.
 */
export async function startShop({ seeded = false } = {}): Promise<RunningShop> {
  const cluster = process.env[CLUSTER]
  if (!cluster)
    throw new Error('This Jest project has no database: give it `withDatabase` in jest.config.js.')
  const tsx = pathToFileURL(require.resolve('tsx')).href
  const child = spawn(process.execPath, ['--import', tsx, join(__dirname, 'serve.ts')], {
    env: { ...process.env, QUNDIAN_TEST_CLUSTER: cluster, QUNDIAN_TEST_SEED: seeded ? '1' : '0' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const { apiUrl, simulatorUrl } = await firstLine(child)
  return {
    apiUrl,
    simulatorUrl,
    stop: () =>
      new Promise((resolve) => {
        // Its database goes with the cluster: a shop that is still busy after this need not finish.
        const impatience = setTimeout(() => child.kill('SIGKILL'), LEAVE_MS)
        child.once('close', () => {
          clearTimeout(impatience)
          resolve()
        })
        child.stdin?.end()
      }),
  }
}

function firstLine(child: ChildProcess): Promise<{ apiUrl: string; simulatorUrl: string }> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (bytes: Buffer) => {
      said += bytes
      const end = said.indexOf('\n')
      if (end > 0) resolve(JSON.parse(said.slice(0, end)))
    })
    child.once('exit', (code) => reject(new Error(`the shop ended with ${code} before it was open`)))
  })
}
