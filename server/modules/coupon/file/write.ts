import { asc } from 'drizzle-orm'
import type { Queryable } from '../../../platform/database'
import { campaigns } from '../../../schema/coupon'
import type { CampaignRow } from '../campaign-store'
import { writeMoment } from './moment'
import { loadNames, type Names } from './names'
import type { FileCampaign, FileGate, FileTier } from './shape'

/** Every campaign of the shop as a file that imports to the same shop. */
export async function exportCampaigns(db: Queryable): Promise<string> {
  const names = await loadNames(db)
  const rows = await db.select().from(campaigns).orderBy(asc(campaigns.claimFrom), asc(campaigns.code))
  return `${JSON.stringify(
    rows.map((row) => fileOf(row, names)),
    null,
    2,
  )}\n`
}

const fileOf = (row: CampaignRow, names: Names): FileCampaign => ({
  code: row.code,
  title: row.title,
  ...(row.note !== '' && { note: row.note }),
  ...(row.position !== 0 && { position: row.position }),
  status: row.status,
  claim: { from: writeMoment(row.claimFrom), until: writeMoment(row.claimUntil) },
  stock: row.totalStock,
  ...(row.stockPerGroup !== null && { stockPerGroup: row.stockPerGroup }),
  perMember: row.limitPerMember,
  slot: row.slot,
  for: scopeOf(row, names),
  tiers: row.tiers.map((tier) => tierOf(tier, names)),
})

function scopeOf({ scope }: CampaignRow, names: Names): NonNullable<FileCampaign['for']> {
  if (scope.kind === 'categories') return { categories: scope.categoryIds.map(names.categories.nameOf) }
  if (scope.kind === 'products') return { products: scope.productIds.map(names.products.nameOf) }
  return 'all'
}

function tierOf(
  { threshold, off, stock, validity, gate }: CampaignRow['tiers'][number],
  names: Names,
): FileTier {
  const cap = off.kind === 'rate' ? off.capFen : null
  return {
    over: threshold / 100,
    off: off.kind === 'amount' ? off.amountOff / 100 : `${(10_000 - off.offBps) / 1000}折`,
    ...(cap !== null && { cap: cap / 100 }),
    ...(stock !== null && { stock }),
    valid:
      validity.kind === 'days'
        ? { days: validity.days }
        : { from: writeMoment(validity.from), until: writeMoment(validity.until) },
    gate: gateOf(gate, names),
  }
}

function gateOf(gate: CampaignRow['tiers'][number]['gate'], names: Names): FileGate {
  switch (gate.kind) {
    case 'anyone':
      return 'anyone'
    case 'level':
      return { level: gate.from }
    case 'lifecycle':
      return { lifecycle: [...gate.stages] }
    case 'segment':
      return { segment: names.segments.nameOf(gate.segmentId) }
    case 'groups':
      return { groups: gate.groupIds.map(names.groups.nameOf) }
    case 'milestone':
      return { milestone: gate.buyers }
  }
}
