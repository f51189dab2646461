import { fen, yuanText } from '@domain/money'
import { ok, type Result, refuse } from '@domain/result'
import { inArray, sql } from 'drizzle-orm'
import { type Db, inTransaction, type Tx } from '../../../platform/database'
import { campaignPrices } from '../../../schema/campaign-price'
import { categories, products, skus } from '../../../schema/catalogue'
import type { Fault } from '../../catalogue/file/columns'
import type { FilePrice } from './read-prices'

export interface PriceImport {
  readonly added: number
  readonly updated: number
}

/**
 * Brings campaign prices into the shop, all of a file or nothing. Known codes are updated, what the file does not name
 * stays. Orders already placed keep what they were promised.
 */
export function importPrices(
  db: Db,
  prices: readonly FilePrice[],
  { nowMs, nextId }: { readonly nowMs: number; readonly nextId: () => string },
): Promise<Result<PriceImport, Fault[]>> {
  return inTransaction(db, async (tx) => {
    const targets = await findTargets(tx, prices)
    const faults = prices.flatMap((price) => faultsOf(price, targets))
    if (faults.length > 0) return refuse(faults)
    const codes = prices.map(({ code }) => code)
    const known = await tx
      .select({ code: campaignPrices.code })
      .from(campaignPrices)
      .where(inArray(campaignPrices.code, codes))
    await tx
      .insert(campaignPrices)
      .values(
        prices.map((price) => ({
          id: nextId(),
          code: price.code,
          skuId: price.skuCode === null ? null : targets.skus.get(price.skuCode)!.id,
          productId: price.productCode === null ? null : targets.products.get(price.productCode)!,
          categoryId: price.category === null ? null : targets.categories.get(price.category)!,
          priceFen: price.priceFen === null ? null : fen(price.priceFen),
          offBps: price.offBps,
          startsAt: price.from,
          endsAt: price.until,
          updatedAt: nowMs,
        })),
      )
      .onConflictDoUpdate({
        target: campaignPrices.code,
        set: {
          skuId: sql`excluded.sku_id`,
          productId: sql`excluded.product_id`,
          categoryId: sql`excluded.category_id`,
          priceFen: sql`excluded.price_fen`,
          offBps: sql`excluded.off_bps`,
          startsAt: sql`excluded.starts_at`,
          endsAt: sql`excluded.ends_at`,
          updatedAt: sql`excluded.updated_at`,
        },
      })
    return ok({ added: prices.length - known.length, updated: known.length })
  })
}

interface Targets {
  readonly skus: ReadonlyMap<string, { readonly id: string; readonly priceFen: number }>
  readonly products: ReadonlyMap<string, string>
  readonly categories: ReadonlyMap<string, string>
}

async function findTargets(tx: Tx, prices: readonly FilePrice[]): Promise<Targets> {
  const named = (of: (price: FilePrice) => string | null) => prices.map(of).filter((name) => name !== null)
  const foundSkus = await tx
    .select({ code: skus.code, id: skus.id, priceFen: skus.priceFen })
    .from(skus)
    .where(
      inArray(
        skus.code,
        named((price) => price.skuCode),
      ),
    )
  const foundProducts = await tx
    .select({ code: products.code, id: products.id })
    .from(products)
    .where(
      inArray(
        products.code,
        named((price) => price.productCode),
      ),
    )
  const foundCategories = await tx
    .select({ name: categories.name, id: categories.id })
    .from(categories)
    .where(
      inArray(
        categories.name,
        named((price) => price.category),
      ),
    )
  return {
    skus: new Map(foundSkus.map((sku) => [sku.code, sku])),
    products: new Map(foundProducts.map(({ code, id }) => [code, id])),
    categories: new Map(foundCategories.map(({ name, id }) => [name, id])),
  }
}

function faultsOf(price: FilePrice, targets: Targets): Fault[] {
  const { line, skuCode, productCode, category, priceFen } = price
  const at = (column: string, reason: string): Fault => ({ line, column, reason })
  const sku = skuCode === null ? null : targets.skus.get(skuCode)
  if (sku === undefined) return [at('sku_code', `the shop has no SKU "${skuCode}"`)]
  if (productCode !== null && !targets.products.has(productCode)) {
    return [at('product_code', `the shop has no product "${productCode}"`)]
  }
  if (category !== null && !targets.categories.has(category)) {
    return [at('category', `the shop has no category "${category}"`)]
  }
  if (sku && priceFen !== null && priceFen >= sku.priceFen) {
    return [at('price_yuan', `must be below what the SKU costs, ${yuanText(fen(sku.priceFen))}`)]
  }
  return []
}
