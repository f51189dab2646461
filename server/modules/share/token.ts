import { type ShareToken, TOKEN_RANDOM_BYTES, tokenFromBytes } from '@domain/share/token'
import type { Random } from '../../platform/random'

/** A new share token of 131 random bits. */
export function newShareToken(random: Random): ShareToken {
  for (;;) {
    const token = tokenFromBytes(random.bytes(TOKEN_RANDOM_BYTES))
    if (token !== null) return token
  }
}
