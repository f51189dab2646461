import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { fen, instant } from '../platform/column-types'
import { categories, products, skus } from './catalogue'

/**
 * Dated prices that need no coupon: for one SKU, one product, one category, or all goods where none is named; a price
 * of one SKU, or ten-thousandths off. An order keeps what each unit cost, so an edit touches none already placed.
 */
export const campaignPrices = pgTable(
  'campaign_prices',
  {
    id: uuid().primaryKey(),
    /** The merchant's own name for it: the second import of a file finds it by this. */
    code: text().notNull().unique(),
    skuId: uuid().references(() => skus.id),
    productId: uuid().references(() => products.id),
    categoryId: uuid().references(() => categories.id),
    priceFen: fen(),
    offBps: integer(),
    startsAt: instant().notNull(),
    /** Exclusive. */
    endsAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index().on(t.endsAt),
    check('campaign_prices_one_target', sql`num_nonnulls(${t.skuId}, ${t.productId}, ${t.categoryId}) <= 1`),
    check('campaign_prices_one_change', sql`num_nonnulls(${t.priceFen}, ${t.offBps}) = 1`),
    check(
      'campaign_prices_price_of_sku',
      sql`${t.priceFen} is null or (${t.priceFen} >= 1 and ${t.skuId} is not null)`,
    ),
    check('campaign_prices_rate_known', sql`${t.offBps} is null or ${t.offBps} between 1 and 9999`),
    check('campaign_prices_forward', sql`${t.startsAt} < ${t.endsAt}`),
  ],
)
