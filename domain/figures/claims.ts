import { HOUR_MS } from '../shop-time'
import { isWithin } from './range'
import type { ClaimRow, FigureScope, OpenRow, TimeRange } from './rows'

/** A claim counts to whom its member came through within this time before it. */
export const CLAIM_FOLLOWS_MS = 24 * HOUR_MS

/** The member's latest counting opening of the day before the claim; null where they came by none. */
export function openingBehind(claim: ClaimRow, opens: readonly OpenRow[]): OpenRow | null {
  return opens
    .filter((row) => row.memberId === claim.memberId && !row.isSuspect)
    .filter((row) => row.at <= claim.claimedAt && row.at > claim.claimedAt - CLAIM_FOLLOWS_MS)
    .reduce<OpenRow | null>((latest, row) => (latest && !isLater(row, latest) ? latest : row), null)
}

const isLater = (a: OpenRow, b: OpenRow): boolean => a.at > b.at || (a.at === b.at && a.touchId > b.touchId)

/**
 * Claims: coupons claimed in the range, each counted to the staff member and group of the opening behind it. A better
 * copy got by an upgrade is no new claim, and one without an opening behind it counts nowhere, not even for the shop.
 */
export function claimsIn(
  claims: readonly ClaimRow[],
  opens: readonly OpenRow[],
  range: TimeRange,
  { staffId, groupId }: FigureScope,
): ClaimRow[] {
  return claims.filter((claim) => {
    if (claim.isUpgrade || !isWithin(claim.claimedAt, range)) return false
    const behind = openingBehind(claim, opens)
    if (!behind) return false
    return (
      (staffId === null || behind.staffId === staffId) && (groupId === null || behind.groupId === groupId)
    )
  })
}
