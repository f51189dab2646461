import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { fen, instant } from '../platform/column-types'

export const categories = pgTable('categories', {
  id: uuid().primaryKey(),
  name: text().notNull().unique(),
  position: integer().notNull(),
  /** Below /pictures/, or an absolute URL. */
  picture: text(),
})

export const products = pgTable(
  'products',
  {
    id: uuid().primaryKey(),
    code: text().notNull().unique(),
    title: text().notNull(),
    subtitle: text().notNull().default(''),
    categoryId: uuid()
      .notNull()
      .references(() => categories.id),
    tags: text().array().notNull().default(sql`'{}'`),
    images: text().array().notNull().default(sql`'{}'`),
    description: text().notNull().default(''),
    service: text().notNull().default(''),
    /** The order in which a customer chooses; jsonb keeps none. */
    specNames: text().array().notNull().default(sql`'{}'`),
    isOnSale: boolean().notNull(),
    isStaffPick: boolean().notNull().default(false),
    position: integer().notNull().default(0),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index().on(t.categoryId, t.position), index().on(t.position)],
)

/**
 * What is bought. `available` is what may still be ordered: reserving takes from it, closing gives back, payment turns
 * `reserved` into `sold` in the same statement, so that sold counts cost nothing to keep.
 */
export const skus = pgTable(
  'skus',
  {
    id: uuid().primaryKey(),
    code: text().notNull().unique(),
    productId: uuid()
      .notNull()
      .references(() => products.id),
    spec: jsonb().$type<Record<string, string>>().notNull(),
    image: text(),
    priceFen: fen().notNull(),
    listPriceFen: fen(),
    available: integer().notNull(),
    reserved: integer().notNull().default(0),
    sold: integer().notNull().default(0),
    limitPerOrder: integer(),
    isOnSale: boolean().notNull(),
    position: integer().notNull().default(0),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index().on(t.productId, t.position),
    check('skus_price_positive', sql`${t.priceFen} >= 1`),
    check('skus_available_not_negative', sql`${t.available} >= 0`),
    check('skus_reserved_not_negative', sql`${t.reserved} >= 0`),
    check('skus_sold_not_negative', sql`${t.sold} >= 0`),
  ],
)

/** Shop-wide settings, each under a stable key: freight, name, service promises. */
export const settings = pgTable('settings', {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  updatedAt: instant().notNull(),
})
