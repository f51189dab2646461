import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import { ok, type Result, refuse } from '@domain/result'
import { readXml } from './xml'

/** How the console's 消息推送 page is filled in. WeCom's callbacks are sealed alike, with the corp's id as `receiveId`. */
export interface PushKeys {
  readonly token: string
  /** 43 letters and digits; null in plain mode. */
  readonly aesKey: string | null
  /** Who it is meant for: the mini-program's appid. */
  readonly receiveId: string
}

export interface PushQuery {
  readonly signature?: string
  readonly msg_signature?: string
  readonly timestamp?: string
  readonly nonce?: string
}

export type PushRefusal = {
  readonly code:
    | 'push.signature_wrong'
    | 'push.stale'
    | 'push.unreadable'
    /** Sealed for another receiver, or with another key. */
    | 'push.undecryptable'
    /** In secure mode a plain push proves nothing: its signature does not cover what it says. */
    | 'push.not_sealed'
}

export type PushFields = Readonly<Record<string, unknown>>

const WINDOW_MS = 5 * 60_000
const BLOCK = 32
const RANDOM_BYTES = 16

const no = (code: PushRefusal['code']) => refuse<PushRefusal>({ code })

/** sha1 over the sorted parts. developers.weixin.qq.com/miniprogram/dev · 消息推送. */
export const pushSignature = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')

/** Whether the console's token, and nobody else, could have signed these parts. */
export function isSigned(given: string | undefined, ...parts: readonly string[]): boolean {
  const expected = Buffer.from(pushSignature(...parts))
  const actual = Buffer.from(given ?? '')
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}

/** Opens the URL check, and anything else of which only the query is signed. */
export const isSignedQuery = (
  { token }: PushKeys,
  { signature, timestamp = '', nonce = '' }: PushQuery,
): boolean => isSigned(signature, token, timestamp, nonce)

/** The fields of a push, JSON or XML, once its signature, its time and its seal hold. */
export function readPush(
  keys: PushKeys,
  query: PushQuery,
  body: string,
  nowMs: number,
): Result<PushFields, PushRefusal> {
  const { timestamp = '', nonce = '' } = query
  const outer = fieldsOf(body)
  const sealed = typeof outer?.Encrypt === 'string' ? outer.Encrypt : null
  const isGenuine =
    sealed === null
      ? isSigned(query.signature, keys.token, timestamp, nonce)
      : isSigned(query.msg_signature, keys.token, timestamp, nonce, sealed)
  if (!isGenuine) return no('push.signature_wrong')
  if (!(Math.abs(nowMs - Number(timestamp) * 1000) <= WINDOW_MS)) return no('push.stale')
  if (!outer) return no('push.unreadable')
  if (keys.aesKey === null) return sealed === null ? ok(outer) : no('push.undecryptable')
  if (sealed === null) return no('push.not_sealed')
  const plain = decryptPush(sealed, keys.aesKey, keys.receiveId)
  const fields = plain === null ? null : fieldsOf(plain)
  if (plain === null) return no('push.undecryptable')
  return fields ? ok(fields) : no('push.unreadable')
}

/** AES-256-CBC, the key's first 16 bytes as iv: 16 random bytes, length, message, receiver, PKCS#7 to 32. */
export function decryptPush(sealed: string, aesKey: string, receiveId: string): string | null {
  try {
    const key = Buffer.from(`${aesKey}=`, 'base64')
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const padded = Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()])
    const pad = padded.at(-1) ?? 0
    if (pad < 1 || pad > BLOCK) return null
    const plain = padded.subarray(RANDOM_BYTES, padded.length - pad)
    const length = plain.readUInt32BE(0)
    if (plain.subarray(4 + length).toString('utf8') !== receiveId) return null
    return plain.subarray(4, 4 + length).toString('utf8')
  } catch {
    return null
  }
}

function fieldsOf(text: string): PushFields | null {
  if (text.trimStart().startsWith('<')) return readXml(text)
  try {
    // A MsgId has more digits than a JavaScript number keeps.
    const value: unknown = JSON.parse(text.replace(/("MsgId"\s*:\s*)(\d+)/, '$1"$2"'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as PushFields) : null
  } catch {
    return null
  }
}
