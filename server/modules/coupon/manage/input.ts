import type { CampaignInput } from '@contract/campaign'
import type { Campaign, CampaignStatus, CouponScope, Gate } from '@domain/coupon/types'
import { fen } from '@domain/money'
import type { CouponOff } from '@domain/pricing/types'
import type { CampaignRow } from '../campaign-store'

/** The campaign a manager wrote, as the rules judge it. */
export const campaignFrom = (id: string, status: CampaignStatus, input: CampaignInput): Campaign => ({
  id,
  title: input.title.trim(),
  status,
  claimFrom: input.claimFrom,
  claimUntil: input.claimUntil,
  totalStock: input.totalStock,
  stockPerGroup: input.stockPerGroup,
  limitPerMember: input.limitPerMember,
  scope: input.scope,
  slot: input.slot,
  tiers: input.tiers.map(({ thresholdFen, off, stock, validity, gate }, i) => ({
    rank: i + 1,
    threshold: fen(thresholdFen),
    off: offFrom(off),
    stock,
    validity,
    gate,
  })),
})

const offFrom = (off: CampaignInput['tiers'][number]['off']): CouponOff =>
  off.kind === 'amount'
    ? { kind: 'amount', amountOff: fen(off.amountOff) }
    : { kind: 'rate', offBps: off.offBps, capFen: off.capFen === null ? null : fen(off.capFen) }

/** A saved campaign as a manager would write it. */
export const inputOf = (row: CampaignRow): CampaignInput => ({
  code: row.code,
  title: row.title,
  note: row.note,
  position: row.position,
  claimFrom: row.claimFrom,
  claimUntil: row.claimUntil,
  totalStock: row.totalStock,
  stockPerGroup: row.stockPerGroup,
  limitPerMember: row.limitPerMember,
  scope: scopeInput(row.scope),
  slot: row.slot,
  tiers: row.tiers.map(({ threshold, off, stock, validity, gate }) => ({
    thresholdFen: threshold,
    off,
    stock,
    validity,
    gate: gateInput(gate),
  })),
})

/** The rules' lists are read-only; the contract's are plain. */
function scopeInput(scope: CouponScope): CampaignInput['scope'] {
  if (scope.kind === 'categories') return { ...scope, categoryIds: [...scope.categoryIds] }
  if (scope.kind === 'products') return { ...scope, productIds: [...scope.productIds] }
  return scope
}

function gateInput(gate: Gate): CampaignInput['tiers'][number]['gate'] {
  if (gate.kind === 'groups') return { ...gate, groupIds: [...gate.groupIds] }
  if (gate.kind === 'lifecycle') return { ...gate, stages: [...gate.stages] }
  return gate
}
