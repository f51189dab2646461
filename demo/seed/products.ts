import type { Fen } from '@domain/money'
import { DAY_MS } from '@domain/shop-time'
import { asc, eq } from 'drizzle-orm'
import type { Queryable } from '../../server/platform/database'
import { categories, products, skus } from '../../server/schema/catalogue'
import { readCategories } from './data'

export interface Sku {
  readonly id: string
  readonly priceFen: Fen
  readonly spec: Readonly<Record<string, string>>
  readonly image: string | null
  readonly limitPerOrder: number | null
}

export interface Product {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly category: string
  readonly images: readonly string[]
  /** Cheapest first. */
  readonly skus: readonly Sku[]
  /** When the shop began to sell it. */
  readonly since: number
}

const OPENED_DAYS_AGO = 180
const NEWCOMERS = ['sunshine-muscat', 'swimming-crab', 'drip-coffee', 'night-light']
const NEW_SINCE_DAYS = 6
const STAFF_PICKS = [
  'fuji-apple',
  'farm-eggs',
  'white-shrimp',
  'wuchang-rice',
  'pure-milk',
  'daily-nuts',
  'facial-tissue',
  'baby-diapers',
]

/** Dates the imported catalogue back to when the shop opened, marks what staff recommend, hangs up category pictures. */
export async function datePast(db: Queryable, nowMs: number): Promise<void> {
  await db.update(products).set({ createdAt: nowMs - OPENED_DAYS_AGO * DAY_MS })
  for (const code of NEWCOMERS) {
    const createdAt = nowMs - NEW_SINCE_DAYS * DAY_MS
    await db.update(products).set({ createdAt }).where(eq(products.code, code))
  }
  for (const code of STAFF_PICKS) {
    await db.update(products).set({ isStaffPick: true }).where(eq(products.code, code))
  }
  for (const [position, { name, icon }] of readCategories().entries()) {
    await db.update(categories).set({ picture: icon, position }).where(eq(categories.name, name))
  }
}

/** The catalogue on sale as the seed shops in it. */
export async function loadProducts(db: Queryable): Promise<Product[]> {
  const rows = await db
    .select({ product: products, category: categories.name })
    .from(products)
    .innerJoin(categories, eq(categories.id, products.categoryId))
    .where(eq(products.isOnSale, true))
    .orderBy(asc(products.position), asc(products.id))
  const all = await db
    .select()
    .from(skus)
    .where(eq(skus.isOnSale, true))
    .orderBy(asc(skus.priceFen), asc(skus.id))
  return rows
    .map(({ product, category }) => ({
      id: product.id,
      code: product.code,
      title: product.title,
      category,
      images: product.images,
      skus: all.filter((sku) => sku.productId === product.id),
      since: product.createdAt,
    }))
    .filter((product) => product.skus.length > 0)
}
