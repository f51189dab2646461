import type { BatchDecision, KeptClaim } from '@domain/coupon/batch'
import type { Campaign, StockLeft } from '@domain/coupon/types'
import type { Tx } from '../../../platform/database'

/** A copy to be upgraded was taken by an order between our look and our write: the batch looks again. */
export class ClaimRaced extends Error {}

interface StockMove {
  readonly kind: 'total' | 'tier' | 'group'
  readonly key: string
  readonly by: number
}

const iso = (at: number): string => new Date(at).toISOString()

/**
 * Writes what a batch decided: the copies and the stock in one statement, then the ends of upgraded copies. Call with the campaign locked; throws ClaimRaced where a copy to be ended is no longer unused.
 */
export async function writeBatch(
  tx: Tx,
  campaign: Campaign,
  before: StockLeft,
  { made, ended, stock }: BatchDecision,
): Promise<void> {
  if (made.length === 0) return
  const moves = stockMoves(campaign, before, stock)
  await openGroups(tx, campaign, before, moves)
  const { rows } = await tx.$client.query<{ moved: number }>({
    name: 'coupon.claim',
    text: `with made as (
             insert into coupons (id, member_id, campaign_id, request_id, title, tier_rank, slot, scope,
                                  threshold_fen, off, claimed_at, valid_from, valid_until, group_id,
                                  upgraded_from, state, moved_at)
             select id, member_id, $1, request_id, $4, tier_rank, $5, $6,
                    threshold_fen, off, claimed_at, valid_from, valid_until, group_id,
                    upgraded_from, 'claimed', claimed_at
               from json_to_recordset($2::json) as m(
                 id uuid, member_id uuid, request_id text, tier_rank int, threshold_fen bigint, off jsonb,
                 claimed_at timestamptz, valid_from timestamptz, valid_until timestamptz,
                 group_id uuid, upgraded_from uuid)
           ), moved as (
             update campaign_stock s set "left" = s."left" + d.by
               from json_to_recordset($3::json) as d(kind text, key text, by int)
              where s.campaign_id = $1 and s.kind = d.kind and s.key = d.key returning 1
           )
           select (select count(*) from moved)::int as moved`,
    values: [
      campaign.id,
      JSON.stringify(made.map(recordOf)),
      JSON.stringify(moves),
      campaign.title,
      campaign.slot,
      JSON.stringify(campaign.scope),
    ],
  })
  if (rows[0]?.moved !== moves.length) throw new Error(`campaign ${campaign.id} lacks a row of its stock`)
  await endUpgraded(tx, ended)
}

/** Ends upgraded copies by compare-and-set. */
async function endUpgraded(tx: Tx, ended: BatchDecision['ended']): Promise<void> {
  if (ended.length === 0) return
  const { rowCount } = await tx.$client.query({
    name: 'coupon.end-upgraded',
    text: `update coupons set state = 'upgraded', moved_at = $2 where id = any($1) and state = 'claimed'`,
    values: [ended.map(({ id }) => id), iso(Math.max(...ended.map(({ at }) => at)))],
  })
  if (rowCount !== ended.length) throw new ClaimRaced()
}

const recordOf = ({ coupon, requestId }: KeptClaim) => ({
  id: coupon.id,
  member_id: coupon.memberId,
  request_id: requestId,
  tier_rank: coupon.tierRank,
  threshold_fen: coupon.threshold,
  off: coupon.off,
  claimed_at: iso(coupon.claimedAt),
  valid_from: iso(coupon.validFrom),
  valid_until: iso(coupon.validUntil),
  group_id: coupon.groupId,
  upgraded_from: coupon.upgradedFrom,
})

/** The bounds that moved, by how much. */
function stockMoves(campaign: Campaign, before: StockLeft, after: StockLeft): StockMove[] {
  const whole = campaign.stockPerGroup ?? 0
  const moves: StockMove[] = [
    { kind: 'total', key: '', by: after.total - before.total },
    ...Object.entries(after.byTier).map(([key, left]) => ({
      kind: 'tier' as const,
      key,
      by: left - (before.byTier[Number(key)] ?? left),
    })),
    ...Object.entries(after.byGroup).map(([key, left]) => ({
      kind: 'group' as const,
      key,
      by: left - (before.byGroup[key] ?? whole),
    })),
  ]
  return moves.filter(({ by }) => by !== 0)
}

/** A group's row is made, whole, when its first claim comes. */
async function openGroups(
  tx: Tx,
  campaign: Campaign,
  before: StockLeft,
  moves: readonly StockMove[],
): Promise<void> {
  const unknown = moves.filter(({ kind, key }) => kind === 'group' && !(key in before.byGroup))
  if (unknown.length === 0) return
  await tx.$client.query({
    name: 'coupon.open-groups',
    text: `insert into campaign_stock (campaign_id, kind, key, "left")
           select $1, 'group', key, $3 from unnest($2::text[]) as key`,
    values: [campaign.id, unknown.map(({ key }) => key), campaign.stockPerGroup],
  })
}
