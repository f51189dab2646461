import type { ProductCard } from '@contract/catalogue'
import type { Deps } from '../../platform/deps'
import { cardsAtCampaignPrices } from '../price/shown'
import { type CardRow, cardOf, SELECT_CARDS } from './cards'

const SHOWN = 6
/** Enough to see what goes together, and a bound on the work for a product everybody buys. */
const LATEST_LINES = 400

/** What stood in the same paid orders, most often first; filled up with the category's own. */
export async function alsoBought(
  { db, config }: Deps,
  productId: string,
  categoryId: string,
  nowMs: number,
): Promise<ProductCard[]> {
  const { rows } = await db.$client.query<CardRow>({
    name: 'catalogue.also_bought',
    text: `with together as (
        select l.product_id, count(*) as times
        from (
          select mine.order_id from order_lines mine join orders o on o.id = mine.order_id
          where mine.product_id = $1 and o.state in ('paid', 'shipped', 'received')
          order by mine.id desc limit ${LATEST_LINES}
        ) recent join order_lines l on l.order_id = recent.order_id
        where l.product_id <> $1 group by l.product_id order by times desc, l.product_id limit 30)
      ${SELECT_CARDS}
      left join together t on t.product_id = p.id
      where p.is_on_sale and p.id <> $1 and not s."isSoldOut" and (t.times is not null or p.category_id = $2)
      order by t.times desc nulls last, p.position, p.id limit ${SHOWN}`,
    values: [productId, categoryId],
  })
  return (await cardsAtCampaignPrices(db, rows, nowMs)).map((row) => cardOf(config, row))
}
