import type { ShareStatus } from './entry'

/** Forwards deeper than this keep the token they came with; the root earns either way. */
export const MAX_RELAY_DEPTH = 50

/** A share as the rules see it. Of a relay's forwarder we keep a keyed hash per root and nothing else. */
export interface ShareLink {
  readonly shareId: string
  readonly rootId: string
  readonly depth: number
  readonly expiresAt: number | null
  readonly revokedAt: number | null
}

export type RelayPlan =
  /** A staff member's share always starts anew; so does a customer's who came without a card. */
  | { readonly kind: 'new_root' }
  | { readonly kind: 'relay'; readonly rootId: string; readonly depth: number }
  /** Hand out a token that exists: forwarding twice, in a circle, or past the depth limit adds nothing. */
  | { readonly kind: 'reuse'; readonly shareId: string }

/**
 * What sharing a page makes. `opened` is the share that opened the page (with status ok), `ownRelay` the relay
 * of the same root this forwarder already has, found by their keyed hash.
 */
export function planRelay(facts: {
  readonly isStaff: boolean
  readonly opened: ShareLink | null
  readonly ownRelay: ShareLink | null
  /** The forwarder made the root itself. */
  readonly isOwnRoot: boolean
}): RelayPlan {
  const { isStaff, opened, ownRelay, isOwnRoot } = facts
  if (isStaff || !opened) return { kind: 'new_root' }
  if (isOwnRoot) return { kind: 'reuse', shareId: opened.rootId }
  if (ownRelay) return { kind: 'reuse', shareId: ownRelay.shareId }
  if (opened.depth >= MAX_RELAY_DEPTH) return { kind: 'reuse', shareId: opened.shareId }
  return { kind: 'relay', rootId: opened.rootId, depth: opened.depth + 1 }
}

/** What a token stands for now. A relay expires and is revoked with its root. */
export function shareStatus(
  tokenState: 'none' | 'present' | 'malformed',
  link: ShareLink | null,
  root: ShareLink | null,
  nowMs: number,
): ShareStatus | null {
  if (tokenState === 'none') return null
  if (tokenState === 'malformed') return 'malformed'
  if (!link || !root) return 'unknown'
  const links = [link, root]
  if (links.some((l) => l.revokedAt !== null && l.revokedAt <= nowMs)) return 'revoked'
  if (links.some((l) => l.expiresAt !== null && l.expiresAt <= nowMs)) return 'expired'
  return 'ok'
}
