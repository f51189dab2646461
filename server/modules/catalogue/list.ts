import type { listProducts, ProductCard } from '@contract/catalogue'
import type { QueryOf, ResponseOf } from '@contract/route'
import { cursorOf, keysOf } from '../../platform/cursor'
import type { Deps } from '../../platform/deps'
import { cardsAtCampaignPrices } from '../price/shown'
import { type CardRow, cardOf, SELECT_CARDS } from './cards'

const PAGE = 20
const MAX_WORDS = 5

/** `100%` and `_` are searched for as they stand: in LIKE they would match anything. */
export const likePattern = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`

/** Products on sale in shop order, by category or words; every word must be found in title, subtitle or tags. */
export async function listCards(
  { db, config }: Deps,
  { categoryId, q, cursor, limit = PAGE }: QueryOf<typeof listProducts>,
  nowMs: number,
): Promise<ResponseOf<typeof listProducts>> {
  const after = keysOf(cursor, ['number', 'uuid'])
  const words = (q ?? '').split(/\s+/).filter(Boolean).slice(0, MAX_WORDS)
  const { rows } = await db.$client.query<CardRow>({
    name: 'catalogue.list',
    text: `${SELECT_CARDS}
      where p.is_on_sale and ($1::uuid is null or p.category_id = $1)
        and ($2::bigint is null or (p.position, p.id) > ($2, $3::uuid))
        and concat_ws(E'\\n', p.title, p.subtitle, array_to_string(p.tags, E'\\n')) ilike all ($4::text[])
      order by p.position, p.id limit $5`,
    values: [categoryId ?? null, after?.[0] ?? null, after?.[1] ?? null, words.map(likePattern), limit + 1],
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const priced = await cardsAtCampaignPrices(db, shown, nowMs)
  const items: ProductCard[] = priced.map((row) => cardOf(config, row))
  return { items, next: rows.length > limit && last ? cursorOf(last.position, last.id) : null }
}
