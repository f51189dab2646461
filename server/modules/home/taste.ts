import { type Fen, fen } from '@domain/money'
import type { MemberTaste } from '@domain/recommend/types'
import type { Queryable } from '../../platform/database'

/** Enough orders to know a taste, and a bound on the work for the most faithful member. */
const LATEST_ORDERS = 100

interface TasteRow {
  readonly categories: Record<string, number> | null
  readonly low: number | null
  readonly high: number | null
}

/** What the member's own paid orders say: units per category and the middle half of the unit prices. */
export async function tasteOf(db: Queryable, memberId: string): Promise<MemberTaste> {
  const { rows } = await db.$client.query<TasteRow>({
    name: 'home.taste',
    text: `with bought as (
        select p.category_id, l.quantity, l.unit_price_fen
        from (
          select id from orders where member_id = $1 and state in ('paid', 'shipped', 'received')
          order by created_at desc limit ${LATEST_ORDERS}
        ) o
        join order_lines l on l.order_id = o.id join products p on p.id = l.product_id)
      select
        (select jsonb_object_agg(category_id, units)
          from (select category_id, sum(quantity) as units from bought group by category_id) c) as categories,
        percentile_disc(0.25) within group (order by unit_price_fen) as low,
        percentile_disc(0.75) within group (order by unit_price_fen) as high
      from bought`,
    values: [memberId],
  })
  const { categories, low, high } = rows[0]!
  const priceBand: { low: Fen; high: Fen } | null =
    low === null || high === null ? null : { low: fen(low), high: fen(high) }
  return { categoryCounts: categories ?? {}, priceBand }
}
