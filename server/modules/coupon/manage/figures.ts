import type { CampaignDetail } from '@contract/campaign'
import type { Queryable } from '../../../platform/database'

export type Figures = CampaignDetail['figures']

interface CopyRow {
  readonly campaign_id: string
  readonly claimed: number
  readonly used: number
  readonly held: number
  readonly expired: number
}

interface MoneyRow {
  readonly campaign_id: string
  readonly orders: number
  readonly discount: number
  readonly net: number
}

const NONE: Omit<Figures, 'left'> = {
  claimed: 0,
  used: 0,
  held: 0,
  expired: 0,
  orders: 0,
  discountFen: 0,
  netSalesFen: 0,
}

/** What became of each campaign's copies, and what the orders priced with them brought. */
export async function figuresOf(
  db: Queryable,
  campaignIds: readonly string[],
  nowMs: number,
): Promise<(campaignId: string) => Omit<Figures, 'left'>> {
  const copies = await db.$client.query<CopyRow>({
    name: 'campaign.copies',
    text: `select campaign_id,
                  count(*) filter (where state <> 'upgraded')::int as claimed,
                  count(*) filter (where state = 'used')::int as used,
                  count(*) filter (where state = 'reserved')::int as held,
                  count(*) filter (where state = 'expired' or (state = 'claimed' and valid_until <= $2))::int
                    as expired
             from coupons where campaign_id = any($1) group by campaign_id`,
    values: [campaignIds, new Date(nowMs).toISOString()],
  })
  // The lines of one order are summed first: an order is priced with one coupon of a campaign, its slot's.
  const money = await db.$client.query<MoneyRow>({
    name: 'campaign.money',
    text: `select c.campaign_id, count(*)::int as orders, sum(c.off_fen)::bigint as discount,
                  coalesce(sum(e.net), 0)::bigint as net
             from order_coupons c
             join orders o on o.id = c.order_id and o.paid_at is not null
             left join lateral (select sum(amount_fen) as net from ledger_entries where order_id = o.id) e on true
            where c.campaign_id = any($1) group by c.campaign_id`,
    values: [campaignIds],
  })
  return (id) => {
    const copy = copies.rows.find((row) => row.campaign_id === id)
    const brought = money.rows.find((row) => row.campaign_id === id)
    return {
      ...NONE,
      ...(copy && { claimed: copy.claimed, used: copy.used, held: copy.held, expired: copy.expired }),
      ...(brought && {
        orders: brought.orders,
        discountFen: brought.discount,
        netSalesFen: brought.net,
      }),
    }
  }
}

interface TierRow {
  readonly rank: number
  readonly claimed: number
  readonly used: number
  readonly upgraded: number
}

/** Copies by tier. */
export async function tierFigures(db: Queryable, campaignId: string): Promise<TierRow[]> {
  const { rows } = await db.$client.query<TierRow>({
    name: 'campaign.tiers',
    text: `select tier_rank as rank, count(*) filter (where state <> 'upgraded')::int as claimed,
                  count(*) filter (where state = 'used')::int as used,
                  count(*) filter (where state = 'upgraded')::int as upgraded
             from coupons where campaign_id = $1 group by tier_rank order by tier_rank`,
    values: [campaignId],
  })
  return rows
}

interface GroupRow {
  readonly groupId: string
  readonly name: string | null
  readonly claimed: number
  readonly used: number
}

/** Copies by the group they count to, and groups a gate names before anybody came. */
export async function groupFigures(
  db: Queryable,
  campaignId: string,
  named: readonly string[],
): Promise<GroupRow[]> {
  const { rows } = await db.$client.query<GroupRow>({
    name: 'campaign.groups',
    text: `select g.id as "groupId", g.name, count(c.id) filter (where c.state <> 'upgraded')::int as claimed,
                  count(c.id) filter (where c.state = 'used')::int as used
             from groups g left join coupons c on c.group_id = g.id and c.campaign_id = $1
            where g.id = any($2) or g.id in (select group_id from coupons where campaign_id = $1)
            group by g.id order by claimed desc, g.id`,
    values: [campaignId, named],
  })
  return rows
}
