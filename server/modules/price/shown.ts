import type { Fen } from '@domain/money'
import { campaignPriceOf } from '@domain/pricing/campaign-price'
import type { Queryable } from '../../platform/database'
import type { CardRow } from '../catalogue/cards'
import type { SkuRow } from '../catalogue/skus'
import { campaignPricesOf, rulesInForce } from './store'

/** SKUs at what one piece costs now: where a campaign price is in force, that. */
export async function atCampaignPrices(
  db: Queryable,
  skus: readonly SkuRow[],
  nowMs: number,
): Promise<SkuRow[]> {
  const prices = await campaignPricesOf(db, skus, nowMs)
  return skus.map((sku) => ({ ...sku, priceFen: prices.get(sku.skuId)?.unitPrice ?? sku.priceFen }))
}

interface SkuOfCard {
  readonly skuId: string
  readonly productId: string
  readonly priceFen: Fen
  readonly listPriceFen: number | null
  readonly available: number
  readonly isOnSale: boolean
}

/**
 * Cards at today's prices. What is crossed out beside a campaign price is the price it is lower than, the one that
 * stands in the catalogue: true by construction. Without campaign prices this costs one small query.
 */
export async function cardsAtCampaignPrices(
  db: Queryable,
  cards: readonly CardRow[],
  nowMs: number,
): Promise<CardRow[]> {
  const rules = cards.length === 0 ? [] : await rulesInForce(db, nowMs)
  if (rules.length === 0) return [...cards]
  const { rows } = await db.$client.query<SkuOfCard>({
    name: 'price.skus_of_cards',
    text: `select id as "skuId", product_id as "productId", price_fen as "priceFen",
        list_price_fen as "listPriceFen", available, is_on_sale as "isOnSale"
      from skus where product_id = any($1::uuid[]) order by product_id, position, id`,
    values: [cards.map(({ id }) => id)],
  })
  const byProduct = new Map<string, SkuOfCard[]>()
  for (const row of rows) byProduct.set(row.productId, [...(byProduct.get(row.productId) ?? []), row])
  return cards.map((card) => {
    const skus = payable(byProduct.get(card.id) ?? []).map((sku) => {
      const campaign = campaignPriceOf({ ...sku, categoryId: card.categoryId }, rules, nowMs)
      return campaign
        ? { priceFen: campaign.unitPrice, listPriceFen: sku.priceFen, isCampaign: true }
        : { priceFen: sku.priceFen, listPriceFen: sku.listPriceFen, isCampaign: false }
    })
    if (!skus.some(({ isCampaign }) => isCampaign)) return card
    const cheapest = skus.reduce((best, sku) => (sku.priceFen < best.priceFen ? sku : best))
    const hasManyPrices = skus.some(({ priceFen }) => priceFen !== cheapest.priceFen)
    return { ...card, priceFen: cheapest.priceFen, listPriceFen: cheapest.listPriceFen, hasManyPrices }
  })
}

/** The SKUs a card's price speaks of: those that can still be paid, else all on sale. */
function payable(skus: readonly SkuOfCard[]): SkuOfCard[] {
  const onSale = skus.filter(({ isOnSale }) => isOnSale)
  const left = onSale.filter(({ available }) => available > 0)
  return left.length > 0 ? left : onSale
}
