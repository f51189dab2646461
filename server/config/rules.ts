import type { Environment, EnvironmentKey } from './environment'
import { SIMULATED } from './simulated-identity'

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']
const isLoopback = (url: string) => LOOPBACK.includes(new URL(url).hostname)

const NEEDED: readonly EnvironmentKey[] = [
  'PUBLIC_URL',
  'SHOP_SECRET',
  'WECHAT_APPID',
  'WECHAT_SECRET',
  'WXPAY_MCHID',
  'WXPAY_SERIAL_NO',
  'WXPAY_APIV3_KEY',
]

/** The simulator beside a real identity would let anybody log in as anyone and pay with nothing. */
export function simulationFaults(env: Environment): string[] {
  const faults: string[] = []
  for (const key of ['WECHAT_APPID', 'WXPAY_MCHID'] as const) {
    if (env[key] && env[key] !== SIMULATED[key]) {
      faults.push(`${key} must be the test one (${SIMULATED[key]}) or absent while WECHAT_SIMULATED is 1`)
    }
  }
  for (const key of ['SIMULATOR_URL', 'WECHAT_API_BASE', 'WXPAY_API_BASE'] as const) {
    if (env[key] && !isLoopback(env[key]))
      faults.push(`${key} must be on loopback while WECHAT_SIMULATED is 1`)
  }
  return faults
}

/** A real shop needs a whole identity, and none of the public test one. */
export function realShopFaults(env: Environment): string[] {
  const faults = NEEDED.filter((key) => env[key] === undefined).map((key) => `${key} is missing`)
  for (const key of ['WECHAT_APPID', 'WXPAY_MCHID', 'WXPAY_APIV3_KEY'] as const) {
    if (env[key] === SIMULATED[key])
      faults.push(`${key} is the public test one; set WECHAT_SIMULATED=1 to use the simulator`)
  }
  if (!env.WXPAY_PRIVATE_KEY && !env.WXPAY_PRIVATE_KEY_FILE)
    faults.push('WXPAY_PRIVATE_KEY(_FILE) is missing')
  const hasPublicKey = env.WXPAY_PUBLIC_KEY !== undefined || env.WXPAY_PUBLIC_KEY_FILE !== undefined
  if (hasPublicKey && !env.WXPAY_PUBLIC_KEY_ID) faults.push('WXPAY_PUBLIC_KEY_ID is missing')
  if (!hasPublicKey && !env.WXPAY_PLATFORM_CERT_FILES) {
    faults.push('WXPAY_PUBLIC_KEY(_FILE) or WXPAY_PLATFORM_CERT_FILES is missing')
  }
  for (const key of ['PUBLIC_URL', 'WECHAT_API_BASE', 'WXPAY_API_BASE'] as const) {
    if (env[key] && !env[key].startsWith('https://')) faults.push(`${key} must be https`)
  }
  if (env.WECHAT_PUSH_AES_KEY && !env.WECHAT_PUSH_TOKEN) faults.push('WECHAT_PUSH_TOKEN is missing')
  if (env.WECHAT_PUSH_TOKEN === SIMULATED.WECHAT_PUSH_TOKEN)
    faults.push('WECHAT_PUSH_TOKEN is the public test one')
  if (env.SIMULATOR_URL) faults.push('SIMULATOR_URL is only for WECHAT_SIMULATED=1')
  return faults
}
