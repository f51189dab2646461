import { isSignedBy } from '../crypto/api-v3'
import type { Call } from '../http/endpoint'
import { MCHID, MERCHANT_PUBLIC_KEY, MERCHANT_SERIAL } from '../identity'
import type { World } from '../world'
import { MchRefusal } from './manners'

const SCHEME = 'WECHATPAY2-SHA256-RSA2048 '
const WINDOW_MS = 5 * 60_000
const refuse = (why: string): never => {
  throw new MchRefusal(401, 'SIGN_ERROR', `签名错误: ${why}`)
}

/** Refuses a call that our merchant did not sign, over exactly these bytes, within 5 minutes. */
export function requireMerchant(call: Call, world: World): void {
  const header = call.headers.authorization ?? ''
  if (!header.startsWith(SCHEME)) refuse('Authorization scheme')
  const items = new Map(
    [...header.slice(SCHEME.length).matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )
  const of = (name: string): string => items.get(name) || refuse(`${name} missing`)
  const timestamp = of('timestamp')
  if (of('mchid') !== MCHID) refuse('mchid')
  if (of('serial_no') !== MERCHANT_SERIAL) refuse('serial_no')
  if (!(Math.abs(world.now() - Number(timestamp) * 1000) <= WINDOW_MS)) refuse('timestamp')
  const message = `${call.method}\n${call.url}\n${timestamp}\n${of('nonce_str')}\n${call.text}\n`
  if (!isSignedBy(MERCHANT_PUBLIC_KEY, message, of('signature'))) refuse('signature')
}
