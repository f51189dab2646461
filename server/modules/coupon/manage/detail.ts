import type { CampaignDetail } from '@contract/campaign'
import { CAMPAIGN_FLOW } from '@domain/coupon/campaign-flow'
import { phaseOf } from '@domain/coupon/claim'
import { asc, eq } from 'drizzle-orm'
import type { Queryable } from '../../../platform/database'
import { campaignAudits } from '../../../schema/coupon'
import { staff } from '../../../schema/staff'
import { type CampaignRow, campaignOf, findCampaign } from '../campaign-store'
import { buyersOf } from '../facts/groups'
import { loadStock } from '../stock-store'
import { figuresOf, groupFigures, tierFigures } from './figures'
import { inputOf } from './input'
import { isClaimed } from './save'

/** A campaign as a manager sees it; null where there is none. */
export async function campaignDetail(
  db: Queryable,
  id: string,
  nowMs: number,
): Promise<CampaignDetail | null> {
  const row = await findCampaign(db, id)
  if (!row) return null
  const campaign = campaignOf(row)
  const stock = (await loadStock(db, [id], null)).get(id)!
  const figures = (await figuresOf(db, [id], nowMs))(id)
  const tiers = await tierFigures(db, id)
  const named = row.tiers.flatMap(({ gate }) => (gate.kind === 'groups' ? gate.groupIds : []))
  const groups = await groupFigures(db, id, named)
  const buyers = await buyersOf(
    db,
    row,
    groups.map(({ groupId }) => groupId),
  )
  return {
    id,
    version: row.version,
    status: row.status,
    phase: phaseOf(campaign, nowMs),
    input: inputOf(row),
    isClaimed: await isClaimed(db, id),
    actions: actionsOf(row),
    figures: { ...figures, left: stock.total },
    byTier: row.tiers.map(({ rank, stock: own }) => {
      const found = tiers.find((tier) => tier.rank === rank)
      const { claimed = 0, used = 0, upgraded = 0 } = found ?? {}
      return { rank, claimed, used, upgraded, left: own === null ? null : (stock.byTier[rank] ?? own) }
    }),
    byGroup: groups.map((group) => ({
      ...group,
      left: row.stockPerGroup === null ? null : (stock.byGroup[group.groupId] ?? row.stockPerGroup),
      buyers: buyers.get(group.groupId) ?? 0,
    })),
    history: await historyOf(db, id),
    now: nowMs,
  }
}

/** What a manager may do to it now: the flow's moves, and an edit unless it is over. */
const actionsOf = ({ status }: CampaignRow): CampaignDetail['actions'] =>
  status === 'ended'
    ? []
    : ['edit', 'raise_stock', ...(Object.keys(CAMPAIGN_FLOW[status]) as ('pause' | 'resume' | 'end')[])]

async function historyOf(db: Queryable, id: string): Promise<CampaignDetail['history']> {
  return db
    .select({ at: campaignAudits.at, action: campaignAudits.action, staffName: staff.name })
    .from(campaignAudits)
    .leftJoin(staff, eq(staff.id, campaignAudits.actorStaffId))
    .where(eq(campaignAudits.campaignId, id))
    .orderBy(asc(campaignAudits.at), asc(campaignAudits.id))
}
