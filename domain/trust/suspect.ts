/** When traffic is set apart; a merchant may change each. */
export interface TrustLimits {
  /** More openings than this by one member within the window are a flood: those beyond it are suspect. */
  readonly floodTouches: number
  readonly floodWindowMinutes: number
  /** More different staff shares than this opened by one member within the window: those beyond it are suspect. */
  readonly cycleTokens: number
  readonly cycleWindowMinutes: number
  /** From this opening on, a share that nobody but its own sharer has opened is suspect. */
  readonly ownOpens: number
}

export const DEFAULT_TRUST_LIMITS: TrustLimits = {
  floodTouches: 30,
  floodWindowMinutes: 10,
  cycleTokens: 10,
  cycleWindowMinutes: 30,
  ownOpens: 3,
}

export type SuspectRule = 'flood' | 'token_cycling' | 'own_share_only'

/** What is known when a touch arrives, this touch counted in. */
export interface Traffic {
  /** Openings of the member within the flood window. */
  readonly memberTouches: number
  /** Different staff shares the member opened within the cycle window. */
  readonly memberShares: number
  /** Openings of this share by the very person who shared it; 0 for anybody else. */
  readonly ownOpens: number
  /** Somebody else has opened it, or a relay of it. */
  readonly isOpenedByOthers: boolean
}

/** The rule that fired, with what was counted and the limit it passed. */
export interface Suspicion {
  readonly rule: SuspectRule
  readonly seen: number
  readonly limit: number
  readonly windowMinutes: number | null
}

/**
 * Whether an opening is suspect, decided once, when it arrives. It is kept and shown, counts in no figure and is no
 * evidence; a manager may clear it. The broadest rule is named where several fire.
 */
export function suspicionOf(traffic: Traffic, limits: TrustLimits): Suspicion | null {
  const { memberTouches, memberShares, ownOpens, isOpenedByOthers } = traffic
  const { floodTouches, floodWindowMinutes, cycleTokens, cycleWindowMinutes } = limits
  if (memberTouches > floodTouches) {
    return { rule: 'flood', seen: memberTouches, limit: floodTouches, windowMinutes: floodWindowMinutes }
  }
  if (memberShares > cycleTokens) {
    return {
      rule: 'token_cycling',
      seen: memberShares,
      limit: cycleTokens,
      windowMinutes: cycleWindowMinutes,
    }
  }
  if (!isOpenedByOthers && ownOpens >= limits.ownOpens) {
    return { rule: 'own_share_only', seen: ownOpens, limit: limits.ownOpens, windowMinutes: null }
  }
  return null
}

/** The rule with its figures, in one sentence. */
export function suspectText({ rule, seen, limit, windowMinutes }: Suspicion): string {
  switch (rule) {
    case 'flood':
      return `${windowMinutes} 分钟内打开 ${seen} 次，超过 ${limit} 次`
    case 'token_cycling':
      return `${windowMinutes} 分钟内打开 ${seen} 张不同的分享，超过 ${limit} 张`
    case 'own_share_only':
      return `这张分享只有分享者本人打开，已 ${seen} 次（达到 ${limit} 次）`
  }
}
