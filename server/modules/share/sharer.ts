import type { Keys } from '../../platform/crypto'
import type { ShareRow } from './store'

/** What a share shows and how it travels. */
export type ShareContext = Pick<ShareRow, 'kind' | 'productId' | 'campaignId' | 'channel'>

/**
 * All we keep of a forwarder: a keyed hash over them, the root and what is shared. It finds the same relay again, and
 * because the root is part of it nobody can line up one person's forwards (platform rule 5.12.14).
 */
export const relayHash = (keys: Keys, memberId: string, rootToken: string, context: ShareContext): string =>
  hashOf(keys, ['relay', memberId, rootToken, ...wordsOf(context)])

/** Of a customer who came without a card: one share per page and channel. */
export const ownHash = (keys: Keys, memberId: string, context: ShareContext): string =>
  hashOf(keys, ['own', memberId, ...wordsOf(context)])

/** Of a staff member's share: always a new root, so the token is part of it. */
export const rootHash = (keys: Keys, memberId: string, token: string): string =>
  hashOf(keys, ['root', memberId, token])

/** Whether this member made the root of what they opened. */
export const isMakerOf = (keys: Keys, memberId: string, root: ShareRow): boolean =>
  root.sharerHash === rootHash(keys, memberId, root.token) ||
  root.sharerHash === ownHash(keys, memberId, root)

/** Whether this member made the relay they opened. */
export const isRelayerOf = (keys: Keys, memberId: string, relay: ShareRow): boolean =>
  relay.sharerHash === relayHash(keys, memberId, relay.rootToken, relay)

const wordsOf = ({ kind, productId, campaignId, channel }: ShareContext): string[] => [
  kind,
  productId ?? campaignId ?? '-',
  channel,
]
const hashOf = (keys: Keys, words: readonly string[]): string => keys.hash('sharer', words.join('|'))
