import type { CampaignSummary, listCampaigns } from '@contract/campaign'
import type { QueryOf, ResponseOf } from '@contract/route'
import { type CampaignPhase, phaseOf } from '@domain/coupon/claim'
import { and, desc, type SQL, sql } from 'drizzle-orm'
import { cursorOf, keysOf } from '../../../platform/cursor'
import type { Queryable } from '../../../platform/database'
import { campaigns } from '../../../schema/coupon'
import { campaignOf } from '../campaign-store'
import { loadStock } from '../stock-store'
import { figuresOf } from './figures'

const PAGE = 20

/** `phaseOf` in SQL: pages are cut in the database. */
function inPhase(phase: CampaignPhase, now: string): SQL {
  const isOver = sql`(${campaigns.status} = 'ended' or ${campaigns.claimUntil} <= ${now})`
  const isComing = sql`${campaigns.claimFrom} > ${now}`
  switch (phase) {
    case 'ended':
      return isOver
    case 'not_yet':
      return sql`not ${isOver} and ${isComing}`
    case 'paused':
      return sql`not ${isOver} and not ${isComing} and ${campaigns.status} = 'paused'`
    case 'running':
      return sql`not ${isOver} and not ${isComing} and ${campaigns.status} = 'live'`
  }
}

/** Campaigns with their figures, the newest first. */
export async function campaignPage(
  db: Queryable,
  { phase, cursor, limit = PAGE }: QueryOf<typeof listCampaigns>,
  nowMs: number,
): Promise<ResponseOf<typeof listCampaigns>> {
  const after = keysOf(cursor, ['number', 'uuid'])
  const rows = await db
    .select()
    .from(campaigns)
    .where(
      and(
        phase && inPhase(phase, new Date(nowMs).toISOString()),
        after
          ? sql`(${campaigns.createdAt}, ${campaigns.id}) < (${new Date(after[0]).toISOString()}, ${after[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(campaigns.createdAt), desc(campaigns.id))
    .limit(limit + 1)
  const shown = rows.slice(0, limit)
  const ids = shown.map(({ id }) => id)
  const stocks = await loadStock(db, ids, [])
  const figures = await figuresOf(db, ids, nowMs)
  const last = shown.at(-1)
  return {
    items: shown.map(
      (row): CampaignSummary => ({
        id: row.id,
        code: row.code,
        title: row.title,
        status: row.status,
        phase: phaseOf(campaignOf(row), nowMs),
        slot: row.slot,
        claimFrom: row.claimFrom,
        claimUntil: row.claimUntil,
        totalStock: row.totalStock,
        tierCount: row.tiers.length,
        figures: { ...figures(row.id), left: stocks.get(row.id)?.total ?? 0 },
      }),
    ),
    next: rows.length > limit && last ? cursorOf(last.createdAt, last.id) : null,
  }
}
