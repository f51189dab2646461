import type { Campaign } from '@domain/coupon/types'
import { and, asc, eq, gt, inArray, lte, ne } from 'drizzle-orm'
import type { Queryable, Tx } from '../../platform/database'
import { campaigns } from '../../schema/coupon'

export type CampaignRow = typeof campaigns.$inferSelect

/** The campaign as the rules see it. */
export const campaignOf = (row: CampaignRow): Campaign => ({
  id: row.id,
  title: row.title,
  status: row.status,
  claimFrom: row.claimFrom,
  claimUntil: row.claimUntil,
  totalStock: row.totalStock,
  stockPerGroup: row.stockPerGroup,
  limitPerMember: row.limitPerMember,
  scope: row.scope,
  slot: row.slot,
  tiers: row.tiers,
})

export async function findCampaign(db: Queryable, id: string): Promise<CampaignRow | null> {
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, id))
  return row ?? null
}

/**
 * The campaign, locked until the transaction ends: claims and edits of it happen one after another. Whatever is read
 * after this, such as its stock, is as the last of them left it. Weaker than `for update`, so that rows pointing at
 * the campaign may still be added. Plans are kept by name, and one made while few coupons existed would read the whole
 * table for ever after: from here on this transaction looks by index.
 */
export async function lockCampaign(tx: Tx, id: string): Promise<CampaignRow | null> {
  const { rows } = await tx.$client.query<LockedRow>({
    name: 'campaign.lock',
    text: `select id, code, title, note, position, status, claim_from as "claimFrom", claim_until as "claimUntil",
                  total_stock as "totalStock", stock_per_group as "stockPerGroup",
                  limit_per_member as "limitPerMember", scope, slot, tiers, version,
                  created_at as "createdAt", updated_at as "updatedAt",
                  set_config('enable_seqscan', 'off', true)
             from campaigns where id = $1 for no key update`,
    values: [id],
  })
  return rows[0] ?? null
}

/** Raw queries answer whole numbers and milliseconds already. */
type LockedRow = CampaignRow

/** Campaigns that may stand in a member's lists: not over, and begun or to begin until `announcedUntil`. */
export async function openCampaigns(
  db: Queryable,
  nowMs: number,
  announcedUntil: number,
): Promise<CampaignRow[]> {
  return db
    .select()
    .from(campaigns)
    .where(
      and(
        eq(campaigns.status, 'live'),
        gt(campaigns.claimUntil, nowMs),
        lte(campaigns.claimFrom, announcedUntil),
      ),
    )
    .orderBy(asc(campaigns.position), asc(campaigns.claimUntil), asc(campaigns.id))
}

export async function findCampaignsByCode(
  db: Queryable,
  codes: readonly string[],
): Promise<Map<string, CampaignRow>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .select()
    .from(campaigns)
    .where(inArray(campaigns.code, [...codes]))
  return new Map(rows.map((row) => [row.code, row]))
}

/** Whether another campaign has this code. */
export async function isCodeTaken(db: Queryable, code: string, ownId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(eq(campaigns.code, code), ne(campaigns.id, ownId)))
  return row !== undefined
}
