import type {
  CampaignPrice,
  PriceChange,
  PricedSku,
  PriceRule,
  PriceTarget,
} from '@domain/pricing/campaign-price'
import { campaignPriceOf } from '@domain/pricing/campaign-price'
import { and, gt, lte } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { campaignPrices } from '../../schema/campaign-price'

type Row = typeof campaignPrices.$inferSelect

/** The row as the rule sees it. */
export const ruleOf = ({ id, startsAt, endsAt, ...row }: Row): PriceRule => ({
  id,
  target: targetOf(row),
  change: changeOf(row),
  from: startsAt,
  until: endsAt,
})

function targetOf({ skuId, productId, categoryId }: Omit<Row, 'id' | 'startsAt' | 'endsAt'>): PriceTarget {
  if (skuId !== null) return { kind: 'sku', skuId }
  if (productId !== null) return { kind: 'product', productId }
  return categoryId === null ? { kind: 'all' } : { kind: 'category', categoryId }
}

function changeOf({ priceFen, offBps }: Pick<Row, 'priceFen' | 'offBps'>): PriceChange {
  if (priceFen !== null) return { kind: 'price', price: priceFen }
  if (offBps !== null) return { kind: 'rate', offBps }
  throw new Error('a campaign price without a change')
}

/** The rules in force now. */
export async function rulesInForce(db: Queryable, nowMs: number): Promise<PriceRule[]> {
  const rows = await db
    .select()
    .from(campaignPrices)
    .where(and(lte(campaignPrices.startsAt, nowMs), gt(campaignPrices.endsAt, nowMs)))
  return rows.map(ruleOf)
}

/** The campaign prices of these SKUs that are lower than their own; the others are absent. */
export async function campaignPricesOf(
  db: Queryable,
  skus: readonly PricedSku[],
  nowMs: number,
): Promise<Map<string, CampaignPrice>> {
  const rules = await rulesInForce(db, nowMs)
  const found = new Map<string, CampaignPrice>()
  for (const sku of skus) {
    const price = campaignPriceOf(sku, rules, nowMs)
    if (price) found.set(sku.skuId, price)
  }
  return found
}
