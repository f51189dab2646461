/**
 * A share token is 22 characters of base62: log2(62^22) = 130.99 bits, beyond guessing, and every character is
 * allowed in a mini-program code's `scene` (1–32 of 0-9a-zA-Z!#$&'()*+,/:;=?@-._~, getwxacodeunlimit), so the
 * token alone is the whole scene and needs no escaping in a page query either.
 */
export const TOKEN_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
export const TOKEN_LENGTH = 22
export const TOKEN_BITS = 130.99
/** Random bytes to ask for: 32 fall short of 22 usable ones less than once in 10^8 tries. */
export const TOKEN_RANDOM_BYTES = 32

export type ShareToken = string

export const isShareToken = (text: string): text is ShareToken => /^[0-9A-Za-z]{22}$/.test(text)

/**
 * Writes random bytes as a token without bias: bytes of 248 and more are passed over (248 = 4 × 62). Answers
 * null when too few were usable: ask again with fresh bytes.
 */
export function tokenFromBytes(bytes: Uint8Array): ShareToken | null {
  let token = ''
  for (const byte of bytes) {
    if (byte < 248) token += TOKEN_ALPHABET[byte % 62]
    if (token.length === TOKEN_LENGTH) return token
  }
  return null
}
