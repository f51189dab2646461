import { createDecipheriv, createHmac } from 'node:crypto'
import { ok, type Result, refuse } from '@domain/result'
import { type Static, type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'

export type OpenDataRefusal =
  /** Wrong or rotated session_key, or a tampered ciphertext: these cannot be told apart. */
  | { readonly code: 'open_data.undecryptable' }
  /** Decrypted, but meant for another mini-program. */
  | { readonly code: 'open_data.foreign_appid' }
  | { readonly code: 'open_data.stale'; readonly ageMs: number }
  /** Genuine, but not what was asked for: for instance a single chat where a group was expected. */
  | { readonly code: 'open_data.not_a_group' }

export interface OpenDataKey {
  readonly appid: string
  /** base64, as code2Session gave it. */
  readonly sessionKey: string
  readonly nowMs: number
  /** How old (or how far ahead) the watermark may be; 5 minutes unless told. The window is ours to choose. */
  readonly freshMs?: number
}

export interface Ciphertext {
  readonly encryptedData: string
  readonly iv: string
}

export interface GroupProof {
  readonly opengid: string
  /** 3 an ordinary WeChat group, 4 a group shared with WeCom; absent in older shapes. */
  readonly chatType?: number
  /** This member in this chat; differs between chats. */
  readonly groupOpenid?: string
}

const FRESH_MS = 5 * 60_000
const Watermark = Type.Object({
  watermark: Type.Object({ timestamp: Type.Integer(), appid: Type.String() }),
})
// `wx.getGroupEnterInfo` answers lower-case `opengid`, `wx.getShareInfo` camel-case `openGId`.
const Group = Type.Object({
  opengid: Type.Optional(Type.String({ minLength: 1 })),
  openGId: Type.Optional(Type.String({ minLength: 1 })),
  chat_type: Type.Optional(Type.Integer()),
  group_openid: Type.Optional(Type.String()),
})

function decipher(text: Ciphertext, sessionKey: string): unknown {
  const key = Buffer.from(sessionKey, 'base64')
  const iv = Buffer.from(text.iv, 'base64')
  const decipher = createDecipheriv('aes-128-cbc', key, iv)
  const plain = Buffer.concat([decipher.update(text.encryptedData, 'base64'), decipher.final()])
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain))
}

/**
 * Opens what the client got from WeChat encrypted (AES-128-CBC, PKCS#7) and checks that it is ours and fresh.
 * developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html
 */
export function decryptOpenData<S extends TSchema>(
  text: Ciphertext,
  key: OpenDataKey,
  shape: S,
): Result<Static<S>, OpenDataRefusal> {
  let plain: unknown
  try {
    plain = decipher(text, key.sessionKey)
  } catch {
    return refuse({ code: 'open_data.undecryptable' })
  }
  if (!Value.Check(Watermark, plain)) return refuse({ code: 'open_data.undecryptable' })
  if (plain.watermark.appid !== key.appid) return refuse({ code: 'open_data.foreign_appid' })
  const ageMs = key.nowMs - plain.watermark.timestamp * 1000
  if (Math.abs(ageMs) > (key.freshMs ?? FRESH_MS)) return refuse({ code: 'open_data.stale', ageMs })
  return Value.Check(shape, plain) ? ok(plain) : refuse({ code: 'open_data.undecryptable' })
}

/** Which group the member stands in, proven by WeChat. Reads both `opengid` and `openGId`. */
export function proveGroup(text: Ciphertext, key: OpenDataKey): Result<GroupProof, OpenDataRefusal> {
  const opened = decryptOpenData(text, key, Group)
  if (!opened.ok) return opened
  const { opengid = opened.value.openGId, chat_type, group_openid } = opened.value
  if (opengid === undefined) return refuse({ code: 'open_data.not_a_group' })
  return ok({
    opengid,
    ...(chat_type !== undefined && { chatType: chat_type }),
    ...(group_openid !== undefined && { groupOpenid: group_openid }),
  })
}

/** The signature `checkSessionKey` asks for: hex HMAC-SHA256 keyed by the session_key's base64 text, as it stands. */
export const sessionSignature = (sessionKey: string, data = ''): string =>
  createHmac('sha256', sessionKey).update(data).digest('hex')
