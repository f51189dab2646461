import type { HomeView, ProductCard } from '@contract/catalogue'
import { fen } from '@domain/money'
import { rankFeed } from '@domain/recommend/feed'
import { K_ANONYMITY } from '@domain/recommend/score'
import type { FeedProduct } from '@domain/recommend/types'
import type { Caller } from '../../platform/caller'
import type { Deps } from '../../platform/deps'
import { type CardRow, cardOf } from '../catalogue/cards'
import { servingStaffOf } from '../staff/serving'
import { candidateCards, mostCounted } from './candidates'
import { groupStrip, type KnownVisitor, visitorOf } from './group-strip'
import { reasonView } from './reason'
import { type GroupSales, groupSales, shopSales } from './sales'
import { tasteOf } from './taste'

const FEED = 60
const GROUP_BUYS = 10
const NO_SALES: ReadonlyMap<string, GroupSales> = new Map()
const GUEST: KnownVisitor = { personalised: false, groupId: null, groupName: null }

/** The first screen. The number of queries does not grow with products, members or the length of the feed. */
export async function homeView(deps: Deps, caller: Caller, nowMs: number): Promise<HomeView> {
  const { db } = deps
  const memberId = caller.kind === 'member' ? caller.memberId : null
  const visitor = memberId === null ? GUEST : await visitorOf(db, memberId, nowMs)
  const isPersonal = memberId !== null && visitor.personalised
  const [group, servingStaff, shop, ofGroup, taste] = await Promise.all([
    groupStrip(db, visitor, nowMs),
    memberId === null ? null : servingStaffOf(db, memberId),
    shopSales(db, nowMs),
    isPersonal && visitor.groupId !== null ? groupSales(db, visitor.groupId, nowMs) : NO_SALES,
    isPersonal ? tasteOf(db, memberId) : null,
  ])
  const byUnits = [...ofGroup].map(([id, sales]) => [id, sales.units30d] as const)
  const rows = await candidateCards(db, [...new Set([...mostCounted(shop), ...mostCounted(byUnits)])], nowMs)
  const products = rows.map((row) => feedProduct(row, ofGroup.get(row.id), shop.get(row.id)))
  const ranked = rankFeed({ products, taste, nowMs, isPersonalised: isPersonal })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const cards = ranked.map(({ id, reason }) => cardOf(deps.config, byId.get(id)!, reasonView(reason)))
  return {
    group,
    servingStaff,
    groupBuys: groupBuys(deps, rows, ofGroup),
    feed: soldOutLast(cards).slice(0, FEED),
    personalised: isPersonal,
  }
}

const feedProduct = (
  row: CardRow,
  ofGroup: GroupSales | undefined,
  inShop: number | undefined,
): FeedProduct => ({
  id: row.id,
  categoryId: row.categoryId,
  priceFen: fen(row.priceFen),
  createdAt: row.createdAt,
  isStaffPick: row.isStaffPick,
  boughtByGroup30d: ofGroup?.units30d ?? 0,
  buyersInGroup: ofGroup?.buyers ?? 0,
  boughtInShop30d: inShop ?? 0,
})

/** What a crowd of the group bought lately, the most units first. */
function groupBuys(
  { config }: Deps,
  rows: readonly CardRow[],
  ofGroup: ReadonlyMap<string, GroupSales>,
): ProductCard[] {
  return rows
    .flatMap((row) => {
      const sales = ofGroup.get(row.id)
      return sales && sales.buyers >= K_ANONYMITY && sales.units30d > 0 && !row.isSoldOut
        ? [{ row, sales }]
        : []
    })
    .sort((a, b) => b.sales.units30d - a.sales.units30d || (a.row.id < b.row.id ? -1 : 1))
    .slice(0, GROUP_BUYS)
    .map(({ row, sales }) => cardOf(config, row, { code: 'group_bought', count: sales.buyers }))
}

/** What can't be bought today makes room for what can. */
const soldOutLast = (cards: readonly ProductCard[]): ProductCard[] => [
  ...cards.filter((card) => !card.isSoldOut),
  ...cards.filter((card) => card.isSoldOut),
]
