import { readFileSync } from 'node:fs'
import { payKeys, type ReadFile } from './config/pay-keys'
import { type RawEnvironment, readEnvironment } from './config/read-environment'
import { realShopFaults, simulationFaults } from './config/rules'
import { SIMULATED } from './config/simulated-identity'

/** The shop's configuration, parsed once at start; nothing else reads the environment. */
export interface Config {
  readonly host: string
  readonly port: number
  /** The address others reach this server at. No trailing slash. */
  readonly publicUrl: string
  readonly trustProxy: boolean
  /** Null: the embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | null
  readonly dataDir: string
  /** Null in simulation until `keptSecret` has made or found one. */
  readonly shopSecret: string | null
  readonly logLevel: string
  /** WeChat's servers are the simulator's, and the clock can be moved. */
  readonly simulated: boolean
  /** Set exactly where `simulated`. */
  readonly simulatorUrl: string | null
  readonly wechat: { readonly appid: string; readonly secret: string; readonly apiBase: string }
  /** Null: WeChat pushes nothing to this shop. `aesKey` null: it pushes in plain mode. */
  readonly push: { readonly token: string; readonly aesKey: string | null } | null
  readonly pay: PayConfig
  readonly rateLimit: { readonly perAddressPerMinute: number; readonly perSessionPerMinute: number }
}

export interface PayConfig {
  readonly mchid: string
  readonly serialNo: string
  /** PEM texts, not file names. */
  readonly privateKey: string
  readonly apiV3Key: string
  /** Serial or public key id → PEM; what WeChat Pay proves its answers by. */
  readonly verifiers: Readonly<Record<string, string>>
  readonly apiBase: string
  /** WeChat Pay notifies below it: the public address; loopback for the simulator, which notifies nobody else. */
  readonly notifyBase: string
}

/** Thrown with one message that names every fault of the environment. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The shop cannot start: ${faults.join('; ')}.`)
  }
}

/** Parses the environment. Throws ConfigError listing every bad key; secrets are never repeated in it. */
export function readConfig(
  raw: RawEnvironment,
  readFile: ReadFile = (path) => readFileSync(path, 'utf8'),
): Config {
  const faults: string[] = []
  const given = readEnvironment(raw, faults)
  const simulated = given.WECHAT_SIMULATED === '1'
  const isBroken = new Set(faults.map((fault) => fault.split(' ')[0]))
  const rules = simulated ? simulationFaults(given) : realShopFaults(given)
  // A key that is malformed is not reported as missing too.
  faults.push(...rules.filter((fault) => !isBroken.has(fault.split(' ')[0])))
  const env = simulated ? { ...SIMULATED, ...given } : given
  const { privateKey, verifiers } = payKeys(env, readFile, faults)
  if (faults.length > 0) throw new ConfigError(faults)

  const host = env.HOST ?? '127.0.0.1'
  const port = Number(env.PORT ?? 8787)
  const loopback = `http://127.0.0.1:${port}`
  const publicUrl = withoutSlash(env.PUBLIC_URL ?? loopback)
  const simulatorUrl = simulated ? withoutSlash(env.SIMULATOR_URL ?? 'http://127.0.0.1:8788') : null
  return {
    host,
    port,
    publicUrl,
    trustProxy: env.TRUST_PROXY === '1',
    databaseUrl: env.DATABASE_URL ?? null,
    dataDir: env.DATA_DIR ?? '.data',
    shopSecret: env.SHOP_SECRET ?? null,
    logLevel: env.LOG_LEVEL ?? 'info',
    simulated,
    simulatorUrl,
    wechat: {
      appid: env.WECHAT_APPID ?? '',
      secret: env.WECHAT_SECRET ?? '',
      apiBase: withoutSlash(env.WECHAT_API_BASE ?? simulatorUrl ?? 'https://api.weixin.qq.com'),
    },
    push: env.WECHAT_PUSH_TOKEN
      ? { token: env.WECHAT_PUSH_TOKEN, aesKey: env.WECHAT_PUSH_AES_KEY ?? null }
      : null,
    pay: {
      mchid: env.WXPAY_MCHID ?? '',
      serialNo: env.WXPAY_SERIAL_NO ?? '',
      privateKey,
      apiV3Key: env.WXPAY_APIV3_KEY ?? '',
      verifiers,
      apiBase: withoutSlash(env.WXPAY_API_BASE ?? simulatorUrl ?? 'https://api.mch.weixin.qq.com'),
      notifyBase: simulated ? loopback : publicUrl,
    },
    rateLimit: {
      perAddressPerMinute: Number(env.RATE_LIMIT_PER_ADDRESS ?? 6000),
      perSessionPerMinute: Number(env.RATE_LIMIT_PER_SESSION ?? 600),
    },
  }
}

const withoutSlash = (url: string) => url.replace(/\/+$/, '')
