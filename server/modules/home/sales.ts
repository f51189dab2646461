import { DAY_MS, MINUTE_MS } from '@domain/shop-time'
import type { Db, Queryable } from '../../platform/database'

const MONTH_MS = 30 * DAY_MS

/** What a group bought of each product: distinct members ever, units in the last 30 days. */
export interface GroupSales {
  readonly buyers: number
  readonly units30d: number
}

export async function groupSales(
  db: Queryable,
  groupId: string,
  nowMs: number,
): Promise<Map<string, GroupSales>> {
  const { rows } = await db.$client.query<GroupSales & { productId: string }>({
    name: 'home.group_sales',
    text: `select l.product_id as "productId", count(distinct o.member_id) as buyers,
        coalesce(sum(l.quantity) filter (where o.paid_at >= $2), 0) as "units30d"
      from orders o join order_lines l on l.order_id = o.id
      where o.group_id = $1 and o.state in ('paid', 'shipped', 'received')
      group by l.product_id`,
    values: [groupId, new Date(nowMs - MONTH_MS)],
  })
  return new Map(rows.map(({ productId, ...sales }) => [productId, sales]))
}

/** How long figures of the whole shop are kept: nobody sees the difference, and no visitor waits for them. */
const KEPT_MS = MINUTE_MS

interface Kept {
  readonly at: number
  readonly units: Promise<ReadonlyMap<string, number>>
}

const keptOf = new WeakMap<Db, Kept>()

/** Units sold in the whole shop in the last 30 days, by product; counted at most once a minute. */
export function shopSales(db: Db, nowMs: number): Promise<ReadonlyMap<string, number>> {
  const kept = keptOf.get(db)
  if (kept && nowMs >= kept.at && nowMs - kept.at < KEPT_MS) return kept.units
  const units = countShopSales(db, nowMs)
  keptOf.set(db, { at: nowMs, units })
  // A failed count must not be remembered as the answer of the next minute.
  units.catch(() => keptOf.delete(db))
  return units
}

async function countShopSales(db: Db, nowMs: number): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.$client.query<{ productId: string; units: number }>({
    name: 'home.shop_sales',
    text: `select l.product_id as "productId", sum(l.quantity) as units
      from orders o join order_lines l on l.order_id = o.id
      where o.paid_at >= $1 and o.state in ('paid', 'shipped', 'received') group by l.product_id`,
    values: [new Date(nowMs - MONTH_MS)],
  })
  return new Map(rows.map(({ productId, units }) => [productId, units]))
}
