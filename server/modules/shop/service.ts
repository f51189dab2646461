import type { Category, ShopView } from '@contract/shop'
import { ZERO } from '@domain/money'
import { freightFor } from '@domain/pricing/freight'
import { MINUTE_MS } from '@domain/shop-time'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { picturePath } from '../catalogue/pictures'
import { readSettings, type Settings } from './settings'

/** The shop as a visitor may know it. */
export async function shopView(deps: Deps, nowMs: number): Promise<ShopView> {
  const { config } = deps
  const saved = await readSettings(deps.db)
  return {
    name: saved.shopName,
    announcement: saved.announcement,
    servicePhone: saved.servicePhone,
    serverTime: nowMs,
    freight: freightHint(saved),
    reserveMinutes: Math.round(saved.limits.reserveMs / MINUTE_MS),
    simulated: config.simulatorUrl === null ? null : { simulatorUrl: config.simulatorUrl },
    subscribeTemplates: templateIds(saved),
  }
}

const templateIds = ({ messageTemplates: { paid, shipped, refund } }: Settings) => ({
  paid: paid?.templateId ?? null,
  shipped: shipped?.templateId ?? null,
  refund: refund?.templateId ?? null,
})

/** Freight before any address is known: what an order pays, and from where on it is free. */
export function freightHint({ freight }: Settings): ShopView['freight'] {
  const first = freightFor(freight, null, ZERO)
  if (!first.ok) return { flatFen: 0, freeOverFen: null }
  return { flatFen: first.value.fee, freeOverFen: first.value.freeShortBy }
}

/** Categories that have products on sale, in shop order. */
export async function listCategories(db: Queryable): Promise<Category[]> {
  const { rows } = await db.$client.query<Omit<Category, 'picture'> & { picture: string | null }>({
    name: 'shop.categories',
    text: `select c.id, c.name, c.picture, p.count as "productCount"
      from categories c
      join (select category_id, count(*) as count from products
        where is_on_sale group by category_id) p on p.category_id = c.id
      order by c.position, c.id`,
  })
  return rows.map((row) => ({ ...row, picture: row.picture === null ? null : picturePath(row.picture) }))
}
