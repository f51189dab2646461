import { APPID, MCHID, PUSH_AES_KEY, PUSH_TOKEN } from './identity'
import { isLoopback } from './mch/loopback'
import type { PushTarget } from './push/target'

export interface SimulatorOptions {
  /** Anything but the test mini-program and merchant is refused: nobody may mistake this for WeChat. */
  readonly appid?: string
  readonly mchid?: string
  /** Milliseconds since the epoch, before the offset set by POST /control/clock. */
  readonly now?: () => number
  /** Divides WeChat's waiting times between notifications and refunds: 1000 makes 15 s into 15 ms. */
  readonly timeScale?: number
  /** Where sessions, orders and refunds are kept over restarts; nowhere unless told. */
  readonly stateFile?: string | null
  /** Where messages and events of the mini-program are pushed; nowhere unless told. */
  readonly push?: PushTarget | null
}

/** Throws, in one sentence, when the simulator is asked to stand in for a real mini-program or merchant. */
export function refuseForeignIdentity({ appid = APPID, mchid = MCHID }: SimulatorOptions): void {
  if (appid !== APPID) throw new Error(`the simulator serves only the test appid ${APPID}, not ${appid}`)
  if (mchid !== MCHID) throw new Error(`the simulator serves only the test merchant ${MCHID}, not ${mchid}`)
}

type Env = Readonly<Record<string, string | undefined>>

function numberFrom(
  env: Env,
  name: string,
  fallback: number,
  low: number,
  high: number,
  faults: string[],
): number {
  const text = env[name]
  const value = text === undefined || text === '' ? fallback : Number(text)
  if (Number.isFinite(value) && value >= low && value <= high) return value
  faults.push(`${name} must be a number from ${low} to ${high}, not "${text}"`)
  return fallback
}

function pushTarget(env: Env, faults: string[]): PushTarget | null {
  const url = env.SIMULATOR_PUSH_URL
  if (!url) return null
  if (!isLoopback(url)) faults.push(`SIMULATOR_PUSH_URL must be on loopback, not "${url}"`)
  return { url, token: PUSH_TOKEN, aesKey: PUSH_AES_KEY, mode: 'secure', format: 'json' }
}

/** The options in the environment. Throws one sentence that lists every fault. */
export function readOptions(env: Env): SimulatorOptions & { readonly port: number } {
  const faults: string[] = []
  const port = numberFrom(env, 'SIMULATOR_PORT', 8788, 0, 65_535, faults)
  const timeScale = numberFrom(env, 'SIMULATOR_TIME_SCALE', 1, 1e-3, 1e6, faults)
  const options = {
    port,
    timeScale,
    stateFile: env.SIMULATOR_STATE || null,
    push: pushTarget(env, faults),
    appid: env.WECHAT_APPID || APPID,
    mchid: env.WXPAY_MCHID || MCHID,
  }
  try {
    refuseForeignIdentity(options)
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error))
  }
  if (faults.length > 0) throw new Error(`The simulator cannot start: ${faults.join('; ')}.`)
  return options
}
