import { type GateFacts, type GateState, gateState, openGroups } from './gate'
import type { Campaign, StockLeft, Tier } from './types'

/** Where a copy takes its stock: a tier, and the group it counts to (null for none). */
export interface Seat {
  readonly rank: number
  readonly groupId: string | null
}

/** How a tier stands to one member. */
export interface TierStanding {
  readonly tier: Tier
  readonly gate: GateState
  /** Where a copy would come from; null while the gate is shut or nothing is left. */
  readonly seat: Seat | null
  /** Nothing is left for this member, whatever else they may still lack. */
  readonly isSoldOut: boolean
}

/**
 * Every tier as it stands to a member, lowest first. `leaving` is the seat of a copy about to be upgraded: the
 * total does not matter then, and its own group always has room for it.
 */
export function standings(
  campaign: Campaign,
  facts: GateFacts,
  stock: StockLeft,
  leaving: Seat | null,
): TierStanding[] {
  return campaign.tiers.map((tier) => {
    const gate = gateState(tier.gate, facts)
    const hasCopies = (leaving !== null || stock.total > 0) && leftOfTier(tier, stock) > 0
    const groupId =
      gate.isOpen && hasCopies ? groupWithRoom(campaign, tier, facts, stock, leaving) : undefined
    const seat = groupId === undefined ? null : { rank: tier.rank, groupId }
    return { tier, gate, seat, isSoldOut: gate.isOpen ? seat === null : !hasCopies }
  })
}

/** The seats a claim may try, best tier first: it takes the first with stock. */
export const qualifiedSeats = (campaign: Campaign, facts: GateFacts): Seat[] =>
  campaign.tiers
    .filter((tier) => gateState(tier.gate, facts).isOpen)
    .reverse()
    .flatMap((tier) => seatGroups(tier, facts).map((groupId) => ({ rank: tier.rank, groupId })))

/** Copies left of a tier's own stock; no bound of its own is no bound. */
export const leftOfTier = (tier: Tier, stock: StockLeft): number =>
  tier.stock === null ? Number.POSITIVE_INFINITY : (stock.byTier[tier.rank] ?? tier.stock)

/** Claims left to a group; no bound per group, or no group, is no bound. */
export const leftOfGroup = (campaign: Campaign, groupId: string | null, stock: StockLeft): number =>
  campaign.stockPerGroup === null || groupId === null
    ? Number.POSITIVE_INFINITY
    : (stock.byGroup[groupId] ?? campaign.stockPerGroup)

/** The stock after a copy takes `to`: a claim from the total, an upgrade from the seat it leaves. */
export function takeSeat(campaign: Campaign, stock: StockLeft, to: Seat, leaving: Seat | null): StockLeft {
  const byTier = { ...stock.byTier }
  const byGroup = { ...stock.byGroup }
  const shift = (seat: Seat, by: number) => {
    const tier = campaign.tiers.find(({ rank }) => rank === seat.rank)
    if (tier && tier.stock !== null) byTier[seat.rank] = leftOfTier(tier, { ...stock, byTier }) + by
    if (campaign.stockPerGroup !== null && seat.groupId !== null) {
      byGroup[seat.groupId] = leftOfGroup(campaign, seat.groupId, { ...stock, byGroup }) + by
    }
  }
  if (leaving) shift(leaving, 1)
  shift(to, -1)
  return { total: stock.total - (leaving ? 0 : 1), byTier, byGroup }
}

/** A fresh campaign's stock: all of it. */
export const fullStock = (campaign: Campaign): StockLeft => ({
  total: campaign.totalStock,
  byTier: Object.fromEntries(
    campaign.tiers.flatMap(({ rank, stock }) => (stock === null ? [] : [[rank, stock]])),
  ),
  byGroup: {},
})

/** Groups a copy of this tier may count to, the latest proof first; [null] for members of no proven group. */
function seatGroups(tier: Tier, facts: GateFacts): (string | null)[] {
  const groups = openGroups(tier.gate, facts).map(({ groupId }) => groupId)
  return groups.length > 0 ? groups : [null]
}

/** The group to count to: the one the upgraded copy counts to already, else the first with room. */
function groupWithRoom(
  campaign: Campaign,
  tier: Tier,
  facts: GateFacts,
  stock: StockLeft,
  leaving: Seat | null,
): string | null | undefined {
  const groups = seatGroups(tier, facts)
  if (leaving && groups.includes(leaving.groupId)) return leaving.groupId
  return groups.find((groupId) => leftOfGroup(campaign, groupId, stock) > 0)
}
