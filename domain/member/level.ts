import { type Fen, fen, ZERO } from '../money'
import { DAY_MS } from '../shop-time'
import type { MemberLevel } from './types'

/** Spend that counts towards a level is at most this old. */
export const LEVEL_WINDOW_MS = 365 * DAY_MS

/**
 * The ladder, lowest first: net spend (goods paid less refunds, freight apart) of the last 12 months.
 * ¥0 standard · ¥500 silver · ¥2,000 gold · ¥6,000 diamond.
 */
export const LEVELS: readonly { readonly level: MemberLevel; readonly fromFen: Fen }[] = [
  { level: 'standard', fromFen: ZERO },
  { level: 'silver', fromFen: fen(50_000) },
  { level: 'gold', fromFen: fen(200_000) },
  { level: 'diamond', fromFen: fen(600_000) },
]

export interface LevelStanding {
  readonly level: MemberLevel
  readonly next: MemberLevel | null
  /** What is missing for `next`; 0 at the top. */
  readonly shortBy: Fen
  /** 0–1 of the way from this rung to the next; 1 at the top. */
  readonly progress: number
}

/** The rung for a net spend, and what the next one takes. Net spend below 0 counts as 0. */
export function levelOf(netSpend: Fen): LevelStanding {
  const spend = Math.max(netSpend, 0)
  const rung = LEVELS.findLastIndex(({ fromFen }) => spend >= fromFen)
  const here = LEVELS[rung]!
  const above = LEVELS[rung + 1]
  if (!above) return { level: here.level, next: null, shortBy: ZERO, progress: 1 }
  return {
    level: here.level,
    next: above.level,
    shortBy: fen(above.fromFen - spend),
    progress: (spend - here.fromFen) / (above.fromFen - here.fromFen),
  }
}

export const levelRank = (level: MemberLevel): number => LEVELS.findIndex((rung) => rung.level === level)
