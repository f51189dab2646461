import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { readRunning } from '../../../../server/platform/embedded/running'
import { runServer } from '../../../support/server/run-server'

let dataDir: string
let taken: Server
let takenPort: string

beforeAll((done) => {
  taken = createServer().listen(0, '127.0.0.1', () => {
    const address = taken.address()
    takenPort = String(typeof address === 'object' && address?.port)
    done()
  })
})
afterAll(() => taken.close())
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'qundian-server-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const simulated = (more: Record<string, string> = {}) => ({
  WECHAT_SIMULATED: '1',
  DATA_DIR: dataDir,
  PORT: '0',
  ...more,
})
const postgres = () => readRunning(join(dataDir, 'postgres'))

describe('the server as a program', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'closes cleanly on %s, however often it is told',
    async (signal) => {
      const server = runServer(simulated())
      await server.isOpen
      expect(postgres()).not.toBeNull()

      server.signal(signal)
      server.signal(signal)

      expect(await server.ended).toBe(0)
      expect(postgres()).toBeNull()
    },
  )

  it('leaves no PostgreSQL behind when it is told to close while it still opens', async () => {
    const server = runServer(simulated())
    while (postgres() === null) await new Promise((resolve) => setTimeout(resolve, 10))

    server.signal('SIGTERM')

    expect(await server.ended).toBe(0)
    expect(postgres()).toBeNull()
  })

  it('says in one sentence that its port is taken, and leaves no PostgreSQL behind', async () => {
    const server = runServer(simulated({ PORT: takenPort }))

    expect(await server.ended).toBe(1)
    expect(server.said()).toMatch(/^The shop cannot start: its port is taken .*\n$/)
    expect(postgres()).toBeNull()
  })

  const onLinux = process.platform === 'linux' ? it : it.skip
  onLinux('lives until it has said what it had to say after PostgreSQL ended', async () => {
    const tsx = pathToFileURL(require.resolve('tsx')).href
    const program = join(__dirname, '..', '..', '..', 'support', 'server', 'stop-at-once.ts')

    const { stdout } = await promisify(execFile)(process.execPath, ['--import', tsx, program, dataDir])

    expect(stdout).toBe('stopped\n')
  })

  it('says in one sentence what is wrong with its environment', async () => {
    const server = runServer({ PORT: 'many', DATA_DIR: dataDir })

    expect(await server.ended).toBe(1)
    expect(server.said()).toMatch(/^The shop cannot start: PORT must be .*SHOP_SECRET is missing.*\n$/)
  })
})
