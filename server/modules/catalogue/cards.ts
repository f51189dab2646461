import type { FeedReason, ProductCard } from '@contract/catalogue'
import type { Config } from '../../config'
import { pictureOf } from './pictures'

/** A product on sale as lists show it. `priceFen` is the cheapest that can still be paid. */
export interface CardRow {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly images: readonly string[]
  readonly tags: readonly string[]
  readonly categoryId: string
  readonly position: number
  readonly isStaffPick: boolean
  readonly createdAt: number
  readonly priceFen: number
  readonly listPriceFen: number | null
  readonly hasManyPrices: boolean
  readonly soldCount: number
  readonly isSoldOut: boolean
  readonly onlySkuId: string | null
}

/**
 * `select` and `from` of product cards, to be followed by more joins or `where`. One pass over the SKUs of each
 * product; sold counts are kept on the SKU, so no order is read.
 */
export const SELECT_CARDS = `select p.id, p.title, p.subtitle, p.images, p.tags, p.category_id as "categoryId",
    p.position, p.is_staff_pick as "isStaffPick", p.created_at as "createdAt", s.*
  from products p
  join lateral (
    select min(price_fen) filter (where counts) as "priceFen",
      (array_agg(list_price_fen order by price_fen, position) filter (where counts))[1] as "listPriceFen",
      min(price_fen) filter (where counts) <> max(price_fen) filter (where counts) as "hasManyPrices",
      sum(sold) as "soldCount",
      coalesce(sum(available) filter (where is_on_sale), 0) = 0 as "isSoldOut",
      case when count(*) filter (where is_on_sale) = 1
        then (array_agg(id) filter (where is_on_sale))[1] end as "onlySkuId"
    from (
      select *, is_on_sale and (available > 0 or not bool_or(is_on_sale and available > 0) over ()) as counts
      from skus where product_id = p.id
    ) sku
  ) s on s."priceFen" is not null`

/** What a list shows of a product. */
export function cardOf(
  config: Pick<Config, 'dataDir' | 'simulated'>,
  row: CardRow,
  reason: FeedReason | null = null,
): ProductCard {
  return {
    id: row.id,
    title: row.title,
    subtitle: row.subtitle,
    picture: pictureOf(config, row.images[0] ?? ''),
    priceFen: row.priceFen,
    hasManyPrices: row.hasManyPrices,
    listPriceFen: row.listPriceFen,
    soldCount: row.soldCount,
    isSoldOut: row.isSoldOut,
    tags: [...row.tags],
    categoryId: row.categoryId,
    reason,
    onlySkuId: row.onlySkuId,
  }
}
