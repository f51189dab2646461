import type { CampaignField, TierField } from './faults'
import { fullStock } from './stock'
import type { Campaign, StockLeft, Tier } from './types'

/** Why an edit is refused. `tier` is the place on the ladder, from 1. */
export interface EditFault {
  readonly code: /** The campaign is over. */
    | 'edit.ended'
    /** It says what was promised to those who claimed, and to those who still may. */
    | 'edit.frozen'
    | 'edit.only_up'
    | 'edit.only_later'
  readonly tier: number | null
  readonly field: CampaignField | TierField | 'slot' | 'status'
}

/**
 * What may be saved over a campaign. Before the first claim: everything. Afterwards title and the like, a later end,
 * more stock (none is more than any), a higher limit. What was claimed is a copy and never changes anyway; this
 * keeps the promise to those who have not claimed yet.
 */
export function editFaults(before: Campaign, after: Campaign, isClaimed: boolean): EditFault[] {
  if (before.status === 'ended') return [{ code: 'edit.ended', tier: null, field: 'status' }]
  if (!isClaimed) return []
  const faults: EditFault[] = []
  const frozen = (field: EditFault['field'], tier: number | null = null) =>
    faults.push({ code: 'edit.frozen', tier, field })
  const onlyUp = (field: EditFault['field'], tier: number | null = null) =>
    faults.push({ code: 'edit.only_up', tier, field })

  if (before.claimFrom !== after.claimFrom) frozen('claimFrom')
  if (after.claimUntil < before.claimUntil)
    faults.push({ code: 'edit.only_later', tier: null, field: 'claimUntil' })
  if (after.totalStock < before.totalStock) onlyUp('totalStock')
  if (isLess(after.stockPerGroup, before.stockPerGroup)) onlyUp('stockPerGroup')
  if (after.limitPerMember < before.limitPerMember) onlyUp('limitPerMember')
  if (!isSame(before.scope, after.scope)) frozen('scope')
  if (before.slot !== after.slot) frozen('slot')
  if (before.tiers.length !== after.tiers.length) frozen('tiers')
  for (const [i, tier] of before.tiers.entries()) {
    const now = after.tiers[i]
    if (!now) continue
    for (const field of ['threshold', 'off', 'validity', 'gate'] as const) {
      if (!isSame(tier[field], now[field])) frozen(field, i + 1)
    }
    if (isLess(now.stock, tier.stock)) onlyUp('stock', i + 1)
  }
  return faults
}

/** The stock left after an accepted edit: every bound moves by what was added to it, and a bound given up is gone. */
export function stockAfterEdit(
  before: Campaign,
  after: Campaign,
  left: StockLeft,
  isClaimed: boolean,
): StockLeft {
  if (!isClaimed) return fullStock(after)
  const added = (now: Tier) => (now.stock ?? 0) - (before.tiers[now.rank - 1]?.stock ?? 0)
  const perGroup = after.stockPerGroup === null ? null : after.stockPerGroup - (before.stockPerGroup ?? 0)
  return {
    total: left.total + after.totalStock - before.totalStock,
    byTier: Object.fromEntries(
      after.tiers.flatMap((tier) =>
        tier.stock === null ? [] : [[tier.rank, (left.byTier[tier.rank] ?? 0) + added(tier)]],
      ),
    ),
    byGroup:
      perGroup === null
        ? {}
        : Object.fromEntries(Object.entries(left.byGroup).map(([id, n]) => [id, n + perGroup])),
  }
}

/** None (null) is no bound, which is more than any. */
const isLess = (now: number | null, before: number | null): boolean =>
  now !== null && (before === null || now < before)

/** Equal in content; the database keeps no order of keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [keys, others] = [Object.keys(a), Object.keys(b)]
  return (
    keys.length === others.length &&
    keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  )
}
