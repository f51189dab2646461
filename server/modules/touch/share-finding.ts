import type { TouchReceipt } from '@contract/touch'
import { shareStatus } from '@domain/share/relay'
import { isShareToken } from '@domain/share/token'
import { linkOf, type RootedShare } from '../share/store'

export interface ShareFinding {
  readonly state: TouchReceipt['share']
  /** Of a token we issued; null otherwise. */
  readonly token: string | null
  /** Root staff member where the token was in force at the opening. */
  readonly rootStaffId: string | null
}

/** What the token of an opening stood for at that moment. Anything that is no token of ours is said to be so. */
export function shareFinding(
  text: string | undefined,
  known: ReadonlyMap<string, RootedShare>,
  openedAt: number,
): ShareFinding {
  if (text === undefined || text === '') return { state: 'none', token: null, rootStaffId: null }
  const found = known.get(text) ?? null
  const state =
    shareStatus(
      isShareToken(text) ? 'present' : 'malformed',
      found && linkOf(found.share),
      found && linkOf(found.root),
      openedAt,
    ) ?? 'none'
  return {
    state,
    token: found?.share.token ?? null,
    rootStaffId: state === 'ok' ? (found?.root.rootStaffId ?? null) : null,
  }
}
