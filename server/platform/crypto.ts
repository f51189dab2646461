import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import type { Random } from './random'

/** Keys of the shop, all derived from SHOP_SECRET; `purpose` keeps them apart. */
export interface Keys {
  /** Encrypts and authenticates with AES-256-GCM. The answer is URL-safe text. */
  seal(purpose: string, plain: string): string
  /** Throws where the text was altered or sealed for another purpose or by another secret. */
  open(purpose: string, sealed: string): string
  /** A hash that only this shop can compute (HMAC-SHA-256, hex): for tokens and loop guards at rest. */
  hash(purpose: string, text: string): string
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Derives one key per purpose by HKDF-SHA-256 (RFC 5869) and remembers it. */
export function keysFrom(secret: string, random: Random): Keys {
  const derived = new Map<string, Buffer>()
  const key = (purpose: string): Buffer => {
    const known = derived.get(purpose)
    if (known) return known
    const made = Buffer.from(hkdfSync('sha256', secret, 'qundian', purpose, 32))
    derived.set(purpose, made)
    return made
  }
  return {
    seal: (purpose, plain) => {
      const nonce = random.bytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key(`seal:${purpose}`), nonce)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open: (purpose, sealed) => {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new Error('sealed text is too short')
      const decipher = createDecipheriv(
        'aes-256-gcm',
        key(`seal:${purpose}`),
        bytes.subarray(0, NONCE_BYTES),
        {
          authTagLength: TAG_BYTES,
        },
      )
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      return (
        decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      )
    },
    hash: (purpose, text) =>
      createHmac('sha256', key(`hash:${purpose}`))
        .update(text)
        .digest('hex'),
  }
}
