import type { StockLeft } from '@domain/coupon/types'
import type { Queryable, Tx } from '../../platform/database'

interface StockRow {
  readonly campaign_id: string
  readonly kind: 'total' | 'tier' | 'group'
  readonly key: string
  readonly left: number
}

/** What is left of these campaigns; of groups only those named, all of them for null. */
export async function loadStock(
  db: Queryable,
  campaignIds: readonly string[],
  groupIds: readonly string[] | null,
): Promise<Map<string, StockLeft>> {
  const { rows } = await db.$client.query<StockRow>({
    name: 'campaign.stock',
    text: `select campaign_id, kind, key, "left" from campaign_stock
            where campaign_id = any($1) and (kind <> 'group' or $2::text[] is null or key = any($2))`,
    values: [campaignIds, groupIds],
  })
  return new Map(campaignIds.map((id) => [id, stockOf(rows.filter((row) => row.campaign_id === id))]))
}

function stockOf(rows: readonly StockRow[]): StockLeft {
  const of = (kind: StockRow['kind']) => rows.filter((row) => row.kind === kind)
  const entries = (kind: StockRow['kind']) => Object.fromEntries(of(kind).map(({ key, left }) => [key, left]))
  return { total: of('total')[0]?.left ?? 0, byTier: entries('tier'), byGroup: entries('group') }
}

/** Writes a campaign's stock anew, for a campaign just made or edited. Call with the campaign locked. */
export async function saveStock(tx: Tx, campaignId: string, stock: StockLeft): Promise<void> {
  const rows = [
    { kind: 'total', key: '', left: stock.total },
    ...Object.entries(stock.byTier).map(([key, left]) => ({ kind: 'tier', key, left })),
    ...Object.entries(stock.byGroup).map(([key, left]) => ({ kind: 'group', key, left })),
  ]
  const json = JSON.stringify(rows)
  await tx.$client.query(
    `delete from campaign_stock s where campaign_id = $1 and not exists (
       select 1 from json_to_recordset($2::json) as d(kind text, key text) where d.kind = s.kind and d.key = s.key)`,
    [campaignId, json],
  )
  await tx.$client.query(
    `insert into campaign_stock (campaign_id, kind, key, "left")
     select $1, d.kind, d.key, d."left" from json_to_recordset($2::json) as d(kind text, key text, "left" int)
     on conflict (campaign_id, kind, key) do update set "left" = excluded."left"`,
    [campaignId, json],
  )
}
