import type { Keys } from '../../platform/crypto'
import type { Random } from '../../platform/random'

const TOKEN_BYTES = 32

/** A new bearer token: 256 random bits in 43 URL-safe characters. */
export const newSessionToken = (random: Random): string => random.token(TOKEN_BYTES)

/** What is kept of a token: only this shop's secret makes the hash, so a stolen table opens nothing. */
export const tokenHash = (keys: Keys, token: string): string => keys.hash('session-token', token)

/** The session_key of one login at rest, AES-256-GCM. */
export const sealSessionKey = (keys: Keys, sessionKey: string): string => keys.seal('session-key', sessionKey)

/** The inverse. Throws where the text was not sealed by this shop. */
export const openSessionKey = (keys: Keys, sealed: string): string => keys.open('session-key', sealed)
