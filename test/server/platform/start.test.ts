import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureDevToolsConfig } from '../../../tools/start/devtools-config'
import { machineFaults } from '../../../tools/start/machine-faults'
import { readNeeds, readSettings } from '../../../tools/start/settings'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'qundian-root-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function faultsOf(env: Record<string, string>): string[] {
  const faults: string[] = []
  readSettings(env, root, faults)
  return faults
}

/** A port somebody else listens on while the work is done. */
async function withTakenPort<T>(work: (port: number) => Promise<T>): Promise<T> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  try {
    return await work(typeof address === 'object' && address ? address.port : 0)
  } finally {
    server.close()
  }
}

const freePorts = { PORT: '41871', SIMULATOR_PORT: '41872', PLAYGROUND_PORT: '41873' }

describe('npm start', () => {
  it('is a simulated shop on the usual ports unless it is told otherwise', () => {
    const settings = readSettings({}, root, [])

    expect(settings).toMatchObject({
      apiUrl: 'http://127.0.0.1:8787',
      simulatorUrl: 'http://127.0.0.1:8788',
      playgroundUrl: 'http://127.0.0.1:8789',
      dataDir: join(root, '.data'),
      config: { simulated: true },
    })
    expect(settings?.env.TARO_APP_API).toBeUndefined()
  })

  it('builds the API’s address into the mini-program where it is not the usual one', () => {
    expect(readSettings({ PORT: '9000' }, root, [])?.env.TARO_APP_API).toBe('http://127.0.0.1:9000')
  })

  it('names every wrong variable', () => {
    expect(faultsOf({ PORT: 'x', SIMULATOR_PORT: '0', PLAYGROUND_PORT: '70000', LOG_LEVEL: 'loud' })).toEqual(
      [
        'SIMULATOR_PORT must be a whole number from 1 to 65535, not "0"',
        'PLAYGROUND_PORT must be a whole number from 1 to 65535, not "70000"',
        expect.stringMatching(/^PORT must be/),
        expect.stringMatching(/^LOG_LEVEL must be/),
      ],
    )
  })

  it('refuses the simulator beside a real mini-program', () => {
    expect(faultsOf({ WECHAT_APPID: 'wxaaaaaaaaaaaaaaaa' })).toEqual([
      expect.stringMatching(/^WECHAT_APPID must be the test one/),
    ])
  })

  it('finds nothing wrong with a machine that is ready', async () => {
    expect(await machineFaults(readNeeds(freePorts, root), root)).toEqual([])
  })

  it('names every taken port, every folder it cannot write to and a database it cannot reach, at once', async () => {
    writeFileSync(join(root, 'file'), '')

    const faults = await withTakenPort((port) => {
      const env = {
        ...freePorts,
        PORT: String(port),
        PLAYGROUND_PORT: freePorts.SIMULATOR_PORT,
        DATA_DIR: join('file', 'data'),
        DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing',
      }
      return machineFaults(readNeeds(env, root), root)
    })

    expect(faults).toEqual([
      expect.stringMatching(/^port \d+ is taken \(set PORT to another one\)$/),
      'SIMULATOR_PORT and PLAYGROUND_PORT are both 41872',
      expect.stringMatching(/cannot be written to \(DATA_DIR, ENOTDIR\)$/),
      expect.stringMatching(/^the database of DATABASE_URL cannot be reached/),
    ])
  })

  it('writes the private DevTools file from its sample once, with urlCheck off', () => {
    writeFileSync(
      join(root, 'project.private.config.sample.json'),
      '{"setting":{"urlCheck":true},"condition":{}}',
    )
    const own = join(root, 'project.private.config.json')

    expect(ensureDevToolsConfig(root)).toBe(true)
    expect(JSON.parse(readFileSync(own, 'utf8'))).toMatchObject({
      setting: { urlCheck: false },
      condition: {},
    })

    writeFileSync(own, '{"mine":true}')
    expect(ensureDevToolsConfig(root)).toBe(false)
    expect(readFileSync(own, 'utf8')).toBe('{"mine":true}')
  })

  it('needs no sample', () => {
    expect(ensureDevToolsConfig(root)).toBe(false)
    expect(existsSync(join(root, 'project.private.config.json'))).toBe(false)
  })
})
