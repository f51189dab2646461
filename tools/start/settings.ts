import { resolve } from 'node:path'
import { type Config, ConfigError, readConfig } from '../../server/config'

/** What `npm start` was told by the environment. */
export interface Settings {
  /** The server's configuration. */
  readonly config: Config
  readonly dataDir: string
  readonly simulatorPort: number
  readonly playgroundPort: number
  readonly apiUrl: string
  readonly simulatorUrl: string
  readonly playgroundUrl: string
  /** For the programs that are run. */
  readonly env: Readonly<Record<string, string | undefined>>
}

type Env = Readonly<Record<string, string | undefined>>

/** What is asked of the machine; known even where other parts of the environment are wrong. */
export interface Needs {
  readonly dataDir: string
  readonly databaseUrl: string | null
  /** The variable that sets it, the address and the port; malformed ones are left out. */
  readonly ports: readonly { readonly name: string; readonly host: string; readonly port: number }[]
}

/** Simulated unless told otherwise: `npm start` must work on a machine that was told nothing. */
const isSimulated = (env: Env) => (env.WECHAT_SIMULATED || '1') === '1'
const dataDirOf = (env: Env, root: string) => resolve(root, env.DATA_DIR || '.data')

export function readNeeds(env: Env, root: string): Needs {
  const ports = [
    { name: 'PORT', host: env.HOST || '127.0.0.1', port: portFrom(env, 'PORT', 8787) },
    { name: 'SIMULATOR_PORT', host: '127.0.0.1', port: portFrom(env, 'SIMULATOR_PORT', 8788) },
    { name: 'PLAYGROUND_PORT', host: '127.0.0.1', port: portFrom(env, 'PLAYGROUND_PORT', 8789) },
  ]
  return {
    dataDir: dataDirOf(env, root),
    databaseUrl: env.DATABASE_URL || null,
    ports: (isSimulated(env) ? ports : ports.slice(0, 1)).filter(({ port }) => port > 0),
  }
}

/** Reads the environment; what is wrong with it is added to `faults`. Null where the server's own part is wrong. */
export function readSettings(env: Env, root: string, faults: string[]): Settings | null {
  const simulated = isSimulated(env) ? '1' : env.WECHAT_SIMULATED
  const simulatorPort = portFrom(env, 'SIMULATOR_PORT', 8788, faults)
  const playgroundPort = portFrom(env, 'PLAYGROUND_PORT', 8789, faults)
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`
  const dataDir = dataDirOf(env, root)
  const passed = {
    ...env,
    WECHAT_SIMULATED: simulated,
    DATA_DIR: dataDir,
    ...(simulated === '1' && { SIMULATOR_URL: simulatorUrl }),
  }
  let config: Config
  try {
    config = readConfig(passed)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    faults.push(...error.faults)
    return null
  }
  if (config.port === 0) faults.push('PORT must be a fixed port for npm start')
  const host = ['0.0.0.0', '::'].includes(config.host) ? '127.0.0.1' : config.host
  const apiUrl = `http://${host.includes(':') ? `[${host}]` : host}:${config.port}`
  // The built app carries the API's address; the usual one needs no rebuild.
  const api = env.TARO_APP_API || (apiUrl === 'http://127.0.0.1:8787' ? undefined : apiUrl)
  return {
    config,
    dataDir,
    simulatorPort,
    playgroundPort,
    apiUrl,
    simulatorUrl,
    playgroundUrl: `http://127.0.0.1:${playgroundPort}`,
    env: {
      ...passed,
      TARO_APP_API: api,
      SIMULATOR_PORT: String(simulatorPort),
      SIMULATOR_STATE: resolve(dataDir, 'simulator.json'),
      SIMULATOR_PUSH_URL: `http://127.0.0.1:${config.port}/wechat/push`,
      PLAYGROUND_PORT: String(playgroundPort),
      PLAYGROUND_API: apiUrl,
      PLAYGROUND_SIMULATOR: simulatorUrl,
    },
  }
}

/** Zero where it is no port. */
function portFrom(env: Env, name: string, fallback: number, faults: string[] = []): number {
  const text = env[name]
  const port = text ? Number(text) : fallback
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  faults.push(`${name} must be a whole number from 1 to 65535, not "${text}"`)
  return 0
}
