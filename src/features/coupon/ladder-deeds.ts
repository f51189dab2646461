import type { LadderView } from '@contract/coupon'

/** What a tap on a campaign does. */
export interface LadderDeeds {
  readonly onClaim: (ladder: LadderView) => void
  /** To what the coupon may be spent on. */
  readonly onUse: (ladder: LadderView) => void
  /** The claim window opens or closes just now. */
  readonly onTurn: () => void
}
