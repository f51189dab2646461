import type { HomeView } from '@contract/catalogue'

type Group = NonNullable<HomeView['group']>

export interface GroupKnowledge {
  /** What the first screen said last; undefined before its first answer. */
  readonly home: HomeView['group'] | undefined
  /** What the server said of the opening that stands; null while nothing was proven. */
  readonly proven: { readonly id: string; readonly name: string | null } | null
  /** The opening came from a group, and the server has not answered for it. */
  readonly isProofPending: boolean
  /** The page has not stood for long: worth waiting a moment instead of naming the shop first. */
  readonly isFresh: boolean
}

/**
 * Which group the strip names. Never the one of an earlier visit while another one is being proven; `waiting` only
 * for a moment, then the shop's own name serves.
 */
export function shownGroup({
  home,
  proven,
  isProofPending,
  isFresh,
}: GroupKnowledge): Group | 'waiting' | null {
  if (proven) return home?.id === proven.id ? home : { ...proven, buyersThisWeek: null, initials: [] }
  if (isProofPending) return isFresh ? 'waiting' : null
  if (home === undefined) return isFresh ? 'waiting' : null
  return home
}
