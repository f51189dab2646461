import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { randomDigits, randomText } from '../crypto/random'
import type { PushTarget } from './target'

const BLOCK = 32

/** sha1 over the sorted parts: how the console's token proves a push. */
export const signatureOf = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')

/** 消息推送 in secure mode: 16 random bytes, length, message, appid; PKCS#7 to 32; AES-256-CBC. */
export function encryptPush(message: string, appid: string, aesKey: string): string {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const body = Buffer.from(message, 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const plain = Buffer.concat([randomBytes(16), length, body, Buffer.from(appid, 'utf8')])
  const pad = BLOCK - (plain.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])),
    cipher.final(),
  ]).toString('base64')
}

export interface SealedPush {
  /** With its query. */
  readonly url: string
  readonly type: string
  readonly body: string
}

type Fields = Readonly<Record<string, unknown>>

/** One push as it goes over the wire, signed now. A `forged` one is signed with another token. */
export function sealPush(
  target: PushTarget,
  fields: Fields,
  { appid, nowMs, forged }: { readonly appid: string; readonly nowMs: number; readonly forged: boolean },
): SealedPush {
  const { url, mode, format } = target
  const token = forged ? `${target.token}?` : target.token
  const timestamp = String(Math.floor(nowMs / 1000))
  const nonce = randomDigits(10)
  const plain = format === 'json' ? JSON.stringify(fields) : `<xml>${xmlOf(fields)}</xml>`
  const query = new URLSearchParams({ signature: signatureOf(token, timestamp, nonce), timestamp, nonce })
  query.set('openid', String(fields.FromUserName ?? ''))
  const type = format === 'json' ? 'application/json' : 'text/xml'
  if (mode === 'plain') return { url: `${url}?${query}`, type, body: plain }
  const encrypted = encryptPush(plain, appid, target.aesKey)
  query.set('encrypt_type', 'aes')
  query.set('msg_signature', signatureOf(token, timestamp, nonce, encrypted))
  const outer = { ToUserName: String(fields.ToUserName ?? ''), Encrypt: encrypted }
  const body = format === 'json' ? JSON.stringify(outer) : `<xml>${xmlOf(outer)}</xml>`
  return { url: `${url}?${query}`, type, body }
}

/** WeChat writes texts as CDATA and numbers bare; lists repeat their element. */
function xmlOf(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => {
      if (Array.isArray(value)) return value.map((each) => xmlOf({ [name]: each })).join('')
      if (typeof value === 'object' && value !== null) return `<${name}>${xmlOf(value as Fields)}</${name}>`
      if (typeof value === 'number') return `<${name}>${value}</${name}>`
      return `<${name}><![CDATA[${String(value)}]]></${name}>`
    })
    .join('')
}

/** A number for MsgId: 17 digits do not fit a JavaScript number, so it is text here and in the shop. */
export const messageId = (): string => `2${randomDigits(15)}`

export const pushId = (): string => `PUSH-${randomText(20)}`
