import type { LadderView, listLadders, RungView } from '@contract/coupon'
import type { QueryOf, ResponseOf } from '@contract/route'
import { copiesOf } from '@domain/coupon/claim'
import type { HeldCoupon } from '@domain/coupon/coupon'
import { type LadderView as Ladder, ladder, type Rung } from '@domain/coupon/ladder'
import { ANNOUNCE_MS, isListed, listRank } from '@domain/coupon/shown'
import type { Campaign, StockLeft } from '@domain/coupon/types'
import { isInScope } from '@domain/coupon/usability'
import type { Queryable } from '../../platform/database'
import { type CampaignRow, campaignOf, findCampaign, openCampaigns } from './campaign-store'
import { missingView, refusalView } from './claim/refusals'
import { copiesIn, heldOf } from './coupon-store'
import { gateFacts } from './facts/gate-facts'
import { categoryOf } from './scope-store'
import { loadStock } from './stock-store'
import { couponViews, scopeViews } from './view'

const MOST = 50

/** One campaign as a member stands to it. */
interface Standing {
  readonly row: CampaignRow
  readonly view: Ladder
  readonly held: readonly HeldCoupon[]
  readonly stock: StockLeft
}

/** The campaigns of a member's lists, what can be taken first; of a product only those it may be bought with. */
export async function laddersFor(
  db: Queryable,
  memberId: string,
  { productId, limit = MOST }: QueryOf<typeof listLadders>,
  nowMs: number,
): Promise<ResponseOf<typeof listLadders>> {
  const open = await openCampaigns(db, nowMs, nowMs + ANNOUNCE_MS)
  const rows = productId === undefined ? open : await inScopeOf(db, open, productId)
  const standings = (await standingsFor(db, memberId, rows, nowMs)).filter(({ row, view }) =>
    isListed(row, view, nowMs),
  )
  // The store's order, by position, decides among equals: the sort is stable.
  standings.sort((a, b) => listRank(a.view) - listRank(b.view))
  return { items: await viewsOf(db, standings.slice(0, limit), nowMs), now: nowMs }
}

/** One campaign for a member, whatever became of it; null where there is none. */
export async function ladderFor(
  db: Queryable,
  memberId: string,
  campaignId: string,
  nowMs: number,
): Promise<LadderView | null> {
  const row = await findCampaign(db, campaignId)
  if (!row) return null
  const [view] = await viewsOf(db, await standingsFor(db, memberId, [row], nowMs), nowMs)
  return view ?? null
}

async function inScopeOf(
  db: Queryable,
  rows: readonly CampaignRow[],
  productId: string,
): Promise<CampaignRow[]> {
  const categoryId = await categoryOf(db, productId)
  if (categoryId === null) return []
  return rows.filter(({ scope }) => isInScope(scope, { productId, categoryId }))
}

async function standingsFor(
  db: Queryable,
  memberId: string,
  rows: readonly CampaignRow[],
  nowMs: number,
): Promise<Standing[]> {
  if (rows.length === 0) return []
  const campaigns = rows.map(campaignOf)
  const ids = rows.map(({ id }) => id)
  const factsOf = await gateFacts(db, campaigns, [memberId], nowMs)
  const copies = (await copiesIn(db, ids, [memberId])).map(heldOf)
  const groupIds = ids.flatMap((id) => factsOf(id, memberId).groups.map(({ groupId }) => groupId))
  const stocks = await loadStock(db, ids, [...new Set(groupIds)])
  return campaigns.map((campaign, i) => standingOf(campaign, rows[i]!, stocks.get(campaign.id)!))

  function standingOf(campaign: Campaign, row: CampaignRow, stock: StockLeft): Standing {
    const own = copies.filter(({ campaignId }) => campaignId === campaign.id)
    const view = ladder(campaign, factsOf(campaign.id, memberId), own, stock, nowMs)
    return { row, view, held: copiesOf(campaign, own).reverse(), stock }
  }
}

async function viewsOf(db: Queryable, standings: readonly Standing[], nowMs: number): Promise<LadderView[]> {
  const scopeView = await scopeViews(
    db,
    standings.map(({ row }) => row.scope),
  )
  const couponView = await couponViews(
    db,
    standings.flatMap(({ held }) => held),
  )
  return standings.map(({ row, view, held, stock }) => ({
    campaignId: row.id,
    title: row.title,
    note: row.note,
    slot: row.slot,
    scope: scopeView(row.scope),
    phase: view.phase,
    kind: view.kind,
    claimFrom: row.claimFrom,
    claimUntil: row.claimUntil,
    limitPerMember: row.limitPerMember,
    leftTotal: stock.total,
    totalStock: row.totalStock,
    rungs: view.rungs.map(rungView),
    offer: offerView(view.offer),
    held: held.map((coupon) => couponView(coupon, nowMs)),
    now: nowMs,
  }))
}

const rungView = ({ rank, tier, state, missing, offer, left }: Rung): RungView => ({
  rank,
  thresholdFen: tier.threshold,
  off: tier.off,
  validity: tier.validity,
  gate: tier.gate.kind,
  state,
  missing: missing && missingView(missing),
  offer,
  left: left === null ? null : Math.max(0, left),
})

function offerView(offer: Ladder['offer']): LadderView['offer'] {
  if (offer.kind === 'none') return { kind: 'none', refusal: refusalView(offer.refusal) }
  const { rank } = offer.seat
  return offer.kind === 'claim'
    ? { kind: 'claim', rank }
    : { kind: 'upgrade', rank, couponId: offer.couponId }
}
