import type { CampaignFault } from '@domain/coupon/faults'
import type { Campaign } from '@domain/coupon/types'
import { validateCampaign } from '@domain/coupon/validate'
import { inArray } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Queryable } from '../../../platform/database'
import { categories, products } from '../../../schema/catalogue'
import { groups } from '../../../schema/staff'
import { readSettings } from '../../shop/settings'
import { segments } from '../facts/segments'

/** Everything that is wrong with a campaign: by the rules, and by what the shop does not have. */
export async function faultsOf(db: Queryable, campaign: Campaign): Promise<CampaignFault[]> {
  const { couponLimits } = await readSettings(db)
  const ruled = validateCampaign(campaign, couponLimits)
  return [
    ...(ruled.ok ? [] : ruled.error),
    ...(await scopeFaults(db, campaign)),
    ...(await gateFaults(db, campaign)),
  ]
}

async function scopeFaults(db: Queryable, { scope }: Campaign): Promise<CampaignFault[]> {
  const missing =
    scope.kind === 'categories'
      ? await missingOf(db, categories, scope.categoryIds)
      : scope.kind === 'products'
        ? await missingOf(db, products, scope.productIds)
        : []
  return missing.map((id) => ({ code: 'campaign.scope_unknown', tier: null, field: 'scope', id }))
}

async function gateFaults(db: Queryable, { tiers }: Campaign): Promise<CampaignFault[]> {
  const named = tiers.flatMap(({ gate }) => (gate.kind === 'groups' ? gate.groupIds : []))
  const unknownGroups = new Set(await missingOf(db, groups, named))
  const known = tiers.some(({ gate }) => gate.kind === 'segment') ? await segments.all(db) : []
  const isUnknown = (id: string) => known.every((segment) => segment.id !== id)
  return tiers.flatMap(({ gate, rank }) => {
    const unknown =
      gate.kind === 'groups'
        ? gate.groupIds.filter((id) => unknownGroups.has(id))
        : gate.kind === 'segment' && gate.segmentId.trim() !== '' && isUnknown(gate.segmentId)
          ? [gate.segmentId]
          : []
    return unknown.map((id) => ({
      code: 'tier.gate_target_unknown' as const,
      tier: rank,
      field: 'gate' as const,
      id,
    }))
  })
}

type Named = (typeof categories | typeof products | typeof groups) & { readonly id: PgColumn }

/** Which of these ids the table does not have. */
async function missingOf(db: Queryable, table: Named, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: table.id })
    .from(table)
    .where(inArray(table.id, [...ids]))
  const known = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => !known.has(id))
}
