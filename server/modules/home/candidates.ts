import type { Queryable } from '../../platform/database'
import { type CardRow, SELECT_CARDS } from '../catalogue/cards'
import { cardsAtCampaignPrices } from '../price/shown'

/** What the ranking chooses from stays bounded however large the catalogue grows. */
const OF_EACH = 120

/** Cards of products worth ranking: the first and the newest of the shop, staff picks, and those named. */
export async function candidateCards(
  db: Queryable,
  named: readonly string[],
  nowMs: number,
): Promise<CardRow[]> {
  const { rows } = await db.$client.query<CardRow>({
    name: 'home.candidates',
    text: `with candidate as (
        (select id from products where is_on_sale order by position limit ${OF_EACH})
        union (select id from products where is_on_sale order by position desc limit ${OF_EACH})
        union (select id from products where is_on_sale and is_staff_pick order by position limit ${OF_EACH})
        union (select unnest($1::uuid[])))
      ${SELECT_CARDS}
      join candidate c on c.id = p.id where p.is_on_sale`,
    values: [named],
  })
  return cardsAtCampaignPrices(db, rows, nowMs)
}

/** The ids of the largest counts, as many as the ranking can use. */
export const mostCounted = (counts: Iterable<readonly [string, number]>): string[] =>
  [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, OF_EACH)
    .map(([id]) => id)
