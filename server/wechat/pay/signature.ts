import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { ok, type Result, refuse } from '@domain/result'

export type SignatureRefusal =
  | { readonly code: 'signature.missing' }
  /** WeChat Pay's deliberate probe; it must be refused like any bad signature, and a good one follows. */
  | { readonly code: 'signature.probe' }
  | { readonly code: 'signature.stale'; readonly ageMs: number }
  | { readonly code: 'signature.unknown_serial'; readonly serial: string }
  | { readonly code: 'signature.bad' }

/** Header names in any case, as Node gives them (lower) or as WeChat Pay writes them. */
export type HeaderSet = Readonly<Record<string, string | readonly string[] | undefined>>

/** Serial → WeChat Pay's key: `PUB_KEY_ID_…` for public-key mode, a hex serial for a platform certificate. */
export type Verifiers = ReadonlyMap<string, KeyObject>

const WINDOW_MS = 5 * 60_000
const PROBE = 'WECHATPAY/SIGNTEST/'

/** SHA256 with RSA (PKCS#1 v1.5), base64: the one signature of API v3. */
export const signRsa = (message: string, privateKey: KeyObject): string =>
  sign('sha256', Buffer.from(message), privateKey).toString('base64')

export interface SignedRequest {
  readonly method: 'GET' | 'POST'
  /** Path with its query, exactly as sent. */
  readonly pathAndQuery: string
  /** The exact text sent; empty for GET. */
  readonly body: string
  readonly timestamp: number
  readonly nonce: string
}

/** The Authorization header of a request to WeChat Pay; `timestamp` in seconds. */
export function authorization(
  request: SignedRequest,
  merchant: { readonly mchid: string; readonly serialNo: string; readonly privateKey: KeyObject },
): string {
  const { method, pathAndQuery, body, timestamp, nonce } = request
  const message = `${method}\n${pathAndQuery}\n${timestamp}\n${nonce}\n${body}\n`
  const items = {
    mchid: merchant.mchid,
    nonce_str: nonce,
    timestamp: String(timestamp),
    serial_no: merchant.serialNo,
    signature: signRsa(message, merchant.privateKey),
  }
  const list = Object.entries(items).map(([name, value]) => `${name}="${value}"`)
  return `WECHATPAY2-SHA256-RSA2048 ${list.join(',')}`
}

/** Keys by serial from PEM texts: a public key or a whole certificate. Throws on a PEM it cannot read. */
export const readVerifiers = (pems: Readonly<Record<string, string>>): Map<string, KeyObject> =>
  new Map(Object.entries(pems).map(([serial, pem]) => [serial, createPublicKey(pem)]))

/** One header's value, whatever its case. */
export function headerOf(headers: HeaderSet, name: string): string | undefined {
  const lower = name.toLowerCase()
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === lower)?.[1]
  return typeof found === 'string' ? found : found?.[0]
}

/**
 * Checks that WeChat Pay signed these exact bytes not more than 5 minutes ago, by the key its serial names.
 * pay.weixin.qq.com, 签名与验签规则.
 */
export function verifySignature(
  headers: HeaderSet,
  rawBody: Buffer,
  verifiers: Verifiers,
  nowMs: number,
): Result<void, SignatureRefusal> {
  const signature = headerOf(headers, 'Wechatpay-Signature')
  const timestamp = headerOf(headers, 'Wechatpay-Timestamp')
  const nonce = headerOf(headers, 'Wechatpay-Nonce')
  const serial = headerOf(headers, 'Wechatpay-Serial')
  if (!signature || !timestamp || !nonce || !serial) return refuse({ code: 'signature.missing' })
  if (signature.startsWith(PROBE)) return refuse({ code: 'signature.probe' })
  const ageMs = nowMs - Number(timestamp) * 1000
  if (!/^\d+$/.test(timestamp) || Math.abs(ageMs) > WINDOW_MS)
    return refuse({ code: 'signature.stale', ageMs })
  const key = verifiers.get(serial)
  if (key === undefined) return refuse({ code: 'signature.unknown_serial', serial })
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), rawBody, Buffer.from('\n')])
  return verify('sha256', message, key, Buffer.from(signature, 'base64'))
    ? ok(undefined)
    : refuse({ code: 'signature.bad' })
}
