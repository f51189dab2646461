import { generateKeyPairSync } from 'node:crypto'
import { sealResource, signText } from '../crypto/api-v3'
import { randomText } from '../crypto/random'
import { API_V3_KEY } from '../identity'
import { signatureHeaders } from '../mch/manners'
import { rfc3339 } from '../time'
import type { World } from '../world'
import type { Decoy, Notification, Sent } from './notification'

const SUMMARY: Readonly<Record<string, string>> = {
  'TRANSACTION.SUCCESS': '支付成功',
  'REFUND.SUCCESS': '退款成功',
  'REFUND.ABNORMAL': '退款异常',
  'REFUND.CLOSED': '退款关闭',
}

function bodyOf(notification: Notification, resource: object): string {
  const { id, event, createdAt, originalType } = notification
  const sealed = sealResource(JSON.stringify(resource), API_V3_KEY, randomText(12), originalType)
  return JSON.stringify({
    id,
    create_time: rfc3339(createdAt),
    resource_type: 'encrypt-resource',
    event_type: event,
    summary: SUMMARY[event] ?? event,
    resource: { original_type: originalType, ...sealed },
  })
}

function otherAmount(resource: Notification['resource'], byFen: number): object {
  const amount = { ...(resource.amount as Record<string, unknown>) }
  for (const [name, value] of Object.entries(amount))
    if (typeof value === 'number') amount[name] = value + byFen
  return { ...resource, amount }
}

/** A stranger knows the form of everything, even the serial, but has another key. Made once: making one is slow. */
const strangerKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString()
let strangersKey: string | null = null

/** The true notification, sealed and signed now. */
export function sealNotification(world: World, notification: Notification): Sent {
  const body = bodyOf(notification, notification.resource)
  return { headers: signatureHeaders(world, body), body }
}

/** What comes ahead of the true one when so ordered. Only `wrong_amount` and `foreign` are truly signed. */
export function sealDecoy(
  world: World,
  notification: Notification,
  decoy: { readonly kind: Decoy; readonly byFen: number },
): Sent {
  if (decoy.kind === 'wrong_amount' || decoy.kind === 'foreign') {
    const { resource } = notification
    const changed =
      decoy.kind === 'foreign' ? { ...resource, mchid: '1900000999' } : otherAmount(resource, decoy.byFen)
    const body = bodyOf(notification, changed)
    return { headers: signatureHeaders(world, body), body }
  }
  const { headers, body } = sealNotification(world, notification)
  if (decoy.kind === 'signtest') {
    const signature = `WECHATPAY/SIGNTEST/${headers['Wechatpay-Signature']}`
    return { headers: { ...headers, 'Wechatpay-Signature': signature }, body }
  }
  strangersKey ??= strangerKey()
  const message = `${headers['Wechatpay-Timestamp']}\n${headers['Wechatpay-Nonce']}\n${body}\n`
  return { headers: { ...headers, 'Wechatpay-Signature': signText(message, strangersKey) }, body }
}
