import type { LadderView } from './ladder'
import type { Campaign } from './types'

/** How long before its first claim a campaign is announced. */
export const ANNOUNCE_MS = 7 * 86_400_000

/** Gates that open to those they were made for and to nobody who tries: others need not know of them. */
const isPrivate = ({ tiers }: Pick<Campaign, 'tiers'>): boolean =>
  tiers.every(({ gate }) => gate.kind === 'groups' || gate.kind === 'segment')

/**
 * Whether a campaign stands in a member's lists. One made for other groups or segments alone does not, nor one that
 * is over, paused or still far off. Opened from a card it is shown all the same, with the reason.
 */
export function isListed(
  campaign: Pick<Campaign, 'tiers' | 'claimFrom'>,
  { phase, rungs }: LadderView,
  nowMs: number,
): boolean {
  if (phase === 'ended' || phase === 'paused') return false
  if (phase === 'not_yet' && campaign.claimFrom - nowMs > ANNOUNCE_MS) return false
  return !isPrivate(campaign) || rungs.some(({ missing }) => missing === null)
}

/** What a member can do now comes first: claim, climb; then what they hold, what they may reach, what is to come. */
export function listRank({ offer, phase, rungs }: LadderView): number {
  if (offer.kind === 'claim') return 0
  if (offer.kind === 'upgrade') return 1
  if (rungs.some(({ state }) => state === 'current')) return 2
  if (phase === 'running') return rungs.every(({ state }) => state === 'sold_out') ? 5 : 3
  return 4
}
