import { createCipheriv, createHmac, randomBytes } from 'node:crypto'

export interface OpenData {
  readonly encryptedData: string
  readonly iv: string
}

/** Encrypts what a mini-program's client is given: AES-128-CBC under the user's session_key, a random iv. */
export function encryptOpenData(plain: object, sessionKey: string): OpenData {
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), iv)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(plain), 'utf8'), cipher.final()])
  return { encryptedData: sealed.toString('base64'), iv: iv.toString('base64') }
}

/** What a shop must send as `signature` to have a session_key checked. */
export const expectedSessionSignature = (sessionKey: string): string =>
  createHmac('sha256', Buffer.from(sessionKey, 'utf8')).update('').digest('hex')
